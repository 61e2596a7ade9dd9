const name = readLine()
const place = readLine()
console.log(name) // change this line
