const zones = Number(readLine())
const stop = readLine()
const price = zones + 2
console.log(stop + ': ' + price)
