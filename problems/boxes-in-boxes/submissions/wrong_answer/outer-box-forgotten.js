function weigh(parcel) {
  let total = 0
  for (const item of [parcel].flat()) {
    if (Array.isArray(item)) {
      const inner = weigh(item)
      if (inner > 0) total += inner + 50
    } else {
      total += item
    }
  }
  return total
}
