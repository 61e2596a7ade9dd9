function badges(names) {
  const total = new Map()
  for (const name of names) total.set(name, (total.get(name) ?? 0) + 1)
  const written = new Map()
  return names.map((name) => {
    if (total.get(name) === 1) return name
    const number = (written.get(name) ?? 0) + 1
    written.set(name, number)
    return `${name} ${number}`
  })
}
