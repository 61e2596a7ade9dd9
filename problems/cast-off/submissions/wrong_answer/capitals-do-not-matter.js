let aboard = 0
let line = readLine()
while (line.toLowerCase() !== 'cast off') {
  aboard++
  line = readLine()
}
console.log(aboard)
