function knitRow(pattern) {
  let row = ''
  let count = 0
  for (const character of pattern) {
    if (character >= '0' && character <= '9') {
      count += Number(character)
    } else {
      row += character.repeat(count || 1)
      count = 0
    }
  }
  return row
}
