function fillSides(songs, side) {
  const sides = []
  let taken = side
  for (const song of songs) {
    if (taken + song < side) {
      sides[sides.length - 1].push(song)
      taken += song
    } else {
      sides.push([song])
      taken = song
    }
  }
  return sides
}
