let jars: number = 12
let price: number = 5
let sold: number = 9
let paid: number = 20

let left: number = jars - sold
let earned: number = sold * price
let basket: number = price * 3
let change: number = paid - basket
let evening: number = jars * price
let missing: number = evening - earned
