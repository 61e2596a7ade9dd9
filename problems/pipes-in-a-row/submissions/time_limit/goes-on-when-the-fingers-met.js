function placeFor(pipes, length) {
  let low = 0, high = pipes.length
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    if (pipes[middle] < length) low = middle + 1
    else high = middle
  }
  return low
}
