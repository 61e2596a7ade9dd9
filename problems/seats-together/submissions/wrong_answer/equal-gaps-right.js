function firstSeat(row, group) {
  let best = null
  let smallest = Infinity
  let seat = 1
  for (const gap of row.split('X')) {
    if (gap.length >= group && gap.length <= smallest) {
      best = seat
      smallest = gap.length
    }
    seat += gap.length + 1
  }
  return best
}
