function badges(names) {
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length
    const all = names.filter((other) => other === name).length
    return all > 1 ? `${name} ${before}` : name
  })
}
