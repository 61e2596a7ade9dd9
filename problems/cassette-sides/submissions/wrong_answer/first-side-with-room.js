function fillSides(songs, side) {
  const sides = []
  for (const song of songs) {
    const place = sides.find((list) => list.reduce((a, b) => a + b, 0) + song <= side)
    if (place) place.push(song)
    else sides.push([song])
  }
  return sides
}
