function finalScore(points, target) {
  let amara = 0
  let ben = 0
  for (const point of points) {
    if (point === 'A') {
      amara += 1
    } else {
      ben += 1
    }
    if (amara === target || ben === target) {
      break
    }
  }
  return [amara, ben]
}
