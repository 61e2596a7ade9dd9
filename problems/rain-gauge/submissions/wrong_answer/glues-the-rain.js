const days = Number(readLine())
let total = ''
let rainy = 0
for (let day = 0; day < days; day++) {
  const rain = readLine()
  total += rain
  if (rain > 0) rainy++
}
console.log(total)
console.log(rainy)
