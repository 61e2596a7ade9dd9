people = 4 + 10

flour = 60 * people
milk = 120 * people
sugar = 15 * people
butter = 8 * people
apples = 2 * people
pancakes = 3 * people
plates = people + 2
minutes = 10 + 6 * people
apples_at_home = 7
apples_to_buy = apples - apples_at_home
