const stop = readLine()
const zones = readLine()
const price = zones + 2
console.log(stop + ': ' + price)
