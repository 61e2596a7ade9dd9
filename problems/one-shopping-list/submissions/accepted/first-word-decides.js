function merge(lines) {
  const wanted = {}
  for (const line of lines) {
    const words = line.trim().toLowerCase().split(' ')
    let count = 1
    if (/^\d+$/.test(words[0])) count = Number(words.shift())
    const thing = words.join(' ')
    wanted[thing] = (wanted[thing] ?? 0) + count
  }
  return wanted
}
