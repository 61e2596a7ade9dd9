function fillSides(songs, side) {
  const sides = []
  let left = 0
  for (const song of songs) {
    if (song > left) {
      sides.push([])
      left = side
    }
    sides.at(-1).push(song)
    left -= song
  }
  return sides
}
