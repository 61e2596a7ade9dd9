function duckweedPond(start, pond) {
  let area = start
  let days = 0
  do {
    area *= 2
    days++
  } while (area < pond)
  return days
}
