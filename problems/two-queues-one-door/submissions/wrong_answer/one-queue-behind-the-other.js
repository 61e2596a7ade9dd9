function oneQueue(left, right) {
  return [...left, ...right]
}
