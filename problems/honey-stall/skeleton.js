let jars = 12
let price = 5
let sold = 9
let paid = 20

let left = jars + sold // jars still on the table
let earned = sold + price // money for the jars sold
let basket = price * 3 // a basket holds three jars
let change = basket + paid // what the customer gets back
let evening = jars * price // money when every jar is sold
let missing = evening - earned // money still to come
