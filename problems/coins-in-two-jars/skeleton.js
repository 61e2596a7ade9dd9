const mine = readLine()
const hers = readLine()
console.log(mine + hers) // this glues two texts together
