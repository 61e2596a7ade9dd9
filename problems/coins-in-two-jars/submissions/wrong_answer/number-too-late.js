const mine = readLine()
const hers = readLine()
console.log(Number(mine + hers))
