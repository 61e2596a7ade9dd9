let people: number = 4 // change this line

let flour: number = 60 * people
let milk: number = 120 * people
let sugar: number = 15 * people
let butter: number = 8 * people
let apples: number = 2 * people
let pancakes: number = 3 * people
let plates: number = people + 2
let minutes: number = 10 + 6 * people
let applesAtHome: number = 7
let applesToBuy: number = apples - applesAtHome
