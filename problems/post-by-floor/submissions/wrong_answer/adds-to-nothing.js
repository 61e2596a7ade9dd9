function postByFloor(letters) {
  const counts = {}
  for (const floor of letters) {
    if (floor in counts) counts[floor] = 0
    counts[floor] += 1
  }
  return counts
}
