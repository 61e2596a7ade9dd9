function countChanges(bells, swaps, stuck) {
  const row = (first) => [first, ...new Array(swaps).fill(0)]
  let before = row(0) // no place to the left of the tower
  let now = row(1)
  for (let n = 1; n <= bells; n++) {
    const next = [...now]
    if (n >= 2 && !stuck.includes(n - 1)) {
      for (let k = 1; k <= swaps; k++) next[k] += before[k - 1]
    }
    before = now
    now = next
  }
  return now[swaps]
}
