people = 10

flour = 600
milk = 1200
sugar = 150
butter = 80
apples = 20
pancakes = 30
plates = 10
minutes = 70
apples_at_home = 7
apples_to_buy = 20
