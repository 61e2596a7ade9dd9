const name = readLine()
const place = readLine()
console.log(name + ' was here, all the way from ' + place + '.')
