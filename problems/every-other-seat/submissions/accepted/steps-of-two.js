function everyOtherSeat(names) {
  const singing = []
  for (let i = 0; i < names.length; i += 2) {
    singing.push(names[i])
  }
  return singing
}
