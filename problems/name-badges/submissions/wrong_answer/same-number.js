function badges(names) {
  const result = []
  for (const name of names) {
    const count = names.filter((other) => other === name).length
    result.push(count > 1 ? `${name} ${count}` : name)
  }
  return result
}
