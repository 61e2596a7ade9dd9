function firstSeat(row, group) {
  let best = null
  let smallest = Infinity
  let length = 0
  for (let i = 0; i < row.length; i += 1) {
    if (row[i] === '_') {
      length += 1
    } else {
      if (length >= group && length < smallest) {
        best = i - length + 1
        smallest = length
      }
      length = 0
    }
  }
  return best
}
