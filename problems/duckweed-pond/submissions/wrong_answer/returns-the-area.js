function duckweedPond(start, pond) {
  while (start < pond) {
    start *= 2
  }
  return start
}
