function family(gifts, name) {
  let count = 0
  let generations = 0
  let jars = gifts[name] ?? []
  while (jars.length > 0) {
    count += jars.length
    generations += 1
    jars = jars.flatMap((jar) => gifts[jar] ?? [])
  }
  return [count, generations]
}
