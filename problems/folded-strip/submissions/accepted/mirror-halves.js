// The middle crease is a valley; the left half is the strip with one fold less,
// the right half is the left one seen from its end, with valleys and ridges exchanged.
function crease(folds, number) {
  const middle = 2 ** (folds - 1)
  if (number === middle) return 'v'
  if (number < middle) return crease(folds - 1, number)
  return crease(folds - 1, 2 * middle - number) === 'v' ? '^' : 'v'
}

function creases(folds, first, count) {
  return Array.from({ length: count }, (_, i) => crease(folds, first + i)).join('')
}
