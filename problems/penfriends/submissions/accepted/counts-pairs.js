function owing(letters) {
  const count = new Map()
  for (const [writer, reader] of letters) {
    const pair = `${writer}>${reader}`
    count.set(pair, (count.get(pair) ?? 0) + 1)
  }
  const names = new Set()
  for (const [writer, reader] of letters) {
    const written = count.get(`${writer}>${reader}`)
    const answered = count.get(`${reader}>${writer}`) ?? 0
    if (answered < written) names.add(reader)
  }
  return [...names].sort()
}
