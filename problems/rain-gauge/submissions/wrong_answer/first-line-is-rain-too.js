const days = Number(readLine())
let total = days
let rainy = 0
for (let day = 0; day < days; day++) {
  const rain = Number(readLine())
  total += rain
  if (rain > 0) rainy++
}
console.log(total)
console.log(rainy)
