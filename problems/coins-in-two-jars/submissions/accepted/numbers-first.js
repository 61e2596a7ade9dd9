const mine = Number(readLine())
const hers = Number(readLine())
console.log(mine + hers)
