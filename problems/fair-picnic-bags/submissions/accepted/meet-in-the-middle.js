// all sums of k things, for each k, in ascending order
function sumsByNumber(things) {
  const sums = Array.from({ length: things.length + 1 }, () => [])
  for (let set = 0; set < 2 ** things.length; set++) {
    let weight = 0
    let number = 0
    for (let i = 0; i < things.length; i++) {
      if (set & (1 << i)) {
        weight += things[i]
        number++
      }
    }
    sums[number].push(weight)
  }
  return sums.map((list) => list.sort((a, b) => a - b))
}

function lightestDifference(grams) {
  const half = Math.floor(grams.length / 2)
  const total = grams.reduce((sum, weight) => sum + weight, 0)
  const left = sumsByNumber(grams.slice(0, half))
  const right = sumsByNumber(grams.slice(half))
  let best = total
  left.forEach((light, number) => {
    // one list upwards, the other one downwards
    const others = right[half - number]
    let i = 0
    let j = others.length - 1
    while (i < light.length && j >= 0) {
      const difference = total - 2 * (light[i] + others[j])
      best = Math.min(best, Math.abs(difference))
      if (difference > 0) i++
      else j--
    }
  })
  return best
}
