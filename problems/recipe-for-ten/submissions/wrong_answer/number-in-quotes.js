let people = '10'

let flour = 60 * people
let milk = 120 * people
let sugar = 15 * people
let butter = 8 * people
let apples = 2 * people
let pancakes = 3 * people
let plates = people + 2
let minutes = 10 + 6 * people
let applesAtHome = 7
let applesToBuy = apples - applesAtHome
