function merge(lines) {
  const wanted = {}
  for (const line of lines) {
    const words = line.toLowerCase().split(' ')
    let count = 1
    if (words[0] >= '0' && words[0] <= '9999') count = Number(words.shift())
    const thing = words.join(' ')
    wanted[thing] = (wanted[thing] ?? 0) + count
  }
  return wanted
}
