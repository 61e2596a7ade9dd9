const days: number = Number(readLine())
const rain: number[] = []
for (let day = 0; day < days; day++) rain.push(Number(readLine()))
console.log(rain.reduce((sum, mm) => sum + mm, 0))
console.log(rain.filter((mm) => mm > 0).length)
