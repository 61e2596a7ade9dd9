let jars = 12
let price = 5
let sold = 9
let paid = 20

let left = jars - sold
let earned = sold * price
let basket = price * 3
let change = paid - basket
let evening = jars * price
let missing = evening - earned
