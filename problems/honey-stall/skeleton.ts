let jars: number = 12
let price: number = 5
let sold: number = 9
let paid: number = 20

let left: number = jars + sold // jars still on the table
let earned: number = sold + price // money for the jars sold
let basket: number = price * 3 // a basket holds three jars
let change: number = basket + paid // what the customer gets back
let evening: number = jars * price // money when every jar is sold
let missing: number = evening - earned // money still to come
