function weigh(parcel) {
  if (!Array.isArray(parcel)) return parcel
  let total = 0
  for (const item of parcel) {
    if (Array.isArray(item)) {
      const inner = item.flat(10).reduce((a, b) => a + b, 0)
      if (inner > 0) total += inner + 50
    } else {
      total += item
    }
  }
  return total > 0 ? total + 50 : 0
}
