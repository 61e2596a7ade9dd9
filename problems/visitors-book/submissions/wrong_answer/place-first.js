const place = readLine()
const name = readLine()
console.log(name + ' was here, all the way from ' + place + '.')
