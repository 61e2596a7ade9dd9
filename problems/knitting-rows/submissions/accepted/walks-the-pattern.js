function knitRow(pattern) {
  let row = ''
  let digits = ''
  for (const character of pattern) {
    if (character >= '0' && character <= '9') {
      digits += character
    } else {
      row += character.repeat(digits === '' ? 1 : Number(digits))
      digits = ''
    }
  }
  return row
}
