function owing(letters) {
  const count = {}
  for (const [writer, reader] of letters) {
    const pair = writer + '>' + reader
    count[pair] = (count[pair] || 0) + 1
  }
  const names = new Set()
  for (const pair in count) {
    const [writer, reader] = pair.split('>')
    if (count[reader + '>' + writer] < count[pair]) names.add(reader)
  }
  return [...names].sort()
}
