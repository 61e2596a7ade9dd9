function widestGap(shore, spots, benches) {
  // takes away, one by one, a bench that stands closest to its neighbour
  const places = spots.toSorted((a, b) => a - b)
  const gap = (i) => (i + 1 < places.length ? places[i + 1] : places[0] + shore) - places[i]
  const closest = () => {
    let best = 0
    for (let i = 1; i < places.length; i++) if (gap(i) < gap(best)) best = i
    return best
  }
  while (places.length > benches) {
    const i = closest()
    const before = gap((i + places.length - 1) % places.length)
    const after = gap((i + 1) % places.length)
    // of the two, the one that is closer to its other neighbour goes
    places.splice(before < after ? i : (i + 1) % places.length, 1)
  }
  return gap(closest())
}
