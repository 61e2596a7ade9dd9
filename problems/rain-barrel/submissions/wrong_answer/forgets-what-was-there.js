function waterInBarrel(size, litres) {
  let water = 0
  for (const change of litres) {
    water = change
    if (water > size) water = size
  }
  return water
}
