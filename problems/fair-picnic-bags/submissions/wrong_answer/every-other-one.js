function lightestDifference(grams) {
  const sorted = grams.toSorted((a, b) => b - a)
  let difference = 0
  sorted.forEach((weight, i) => {
    difference += i % 4 === 0 || i % 4 === 3 ? weight : -weight
  })
  return Math.abs(difference)
}
