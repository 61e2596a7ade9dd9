function merge(lines) {
  const wanted = {}
  for (const line of lines) {
    const words = line.trim().toLowerCase().split(' ')
    const count = isNaN(words[0]) ? 1 : words.shift()
    const thing = words.join(' ')
    wanted[thing] = (wanted[thing] || 0) + count
  }
  return wanted
}
