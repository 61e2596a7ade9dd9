const people: number = 10

const flour: number = 60 * people
const milk: number = 120 * people
const sugar: number = 15 * people
const butter: number = 8 * people
const apples: number = 2 * people
const pancakes: number = 3 * people
const plates: number = people + 2
const minutes: number = 10 + 6 * people
const applesAtHome: number = 7
const applesToBuy: number = apples - applesAtHome
