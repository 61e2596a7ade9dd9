function duckweedPond(start: number, pond: number): number {
  for (let days = 0; ; days++) {
    if (start >= pond) return days
    start += start
  }
}
