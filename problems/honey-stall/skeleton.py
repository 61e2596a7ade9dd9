jars = 12
price = 5
sold = 9
paid = 20

left = jars + sold  # jars still on the table
earned = sold + price  # money for the jars sold
basket = price * 3  # a basket holds three jars
change = basket + paid  # what the customer gets back
evening = jars * price  # money when every jar is sold
missing = evening - earned  # money still to come
