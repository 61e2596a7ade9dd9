function toStick(sign) {
  let stuck = ''
  for (const letter of sign) {
    if (letter !== ' ') stuck = letter
  }
  return stuck
}
