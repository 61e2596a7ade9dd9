function warmerDays(temps) {
  let happy = 0
  let yesterday = 0
  for (const today of temps) {
    if (today > yesterday) happy++
    yesterday = today
  }
  return happy
}
