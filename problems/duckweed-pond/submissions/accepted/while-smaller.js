function duckweedPond(start, pond) {
  let area = start
  let days = 0
  while (area < pond) {
    area *= 2
    days++
  }
  return days
}
