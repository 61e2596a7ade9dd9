function warmerDays(temps: number[]): number {
  let happy = 0
  let yesterday = Infinity
  for (const today of temps) {
    if (today > yesterday) happy += 1
    yesterday = today
  }
  return happy
}
