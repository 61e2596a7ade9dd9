let aboard = 0
let line = readLine()
while (line !== 'cast off') {
  aboard++
  line = readLine()
}
console.log(aboard)
