jars = 12
price = 5
sold = 9
paid = 20

left = jars - sold
earned = sold * price
basket = price * 3
change = basket - paid
evening = jars * price
missing = evening - earned
