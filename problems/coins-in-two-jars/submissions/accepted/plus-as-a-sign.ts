const mine: number = parseInt(readLine() ?? '0', 10)
const hers: number = parseInt(readLine() ?? '0', 10)
console.log(String(mine + hers))
