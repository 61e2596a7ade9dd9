let aboard = 0
let line = readLine()
while (!line.includes('cast off')) {
  aboard++
  line = readLine()
}
console.log(aboard)
