function shelfKey(title) {
  return title.toLowerCase().replace(/^(the|an|a) /, '')
}

function shelve(titles) {
  return [...titles].sort((one, other) => {
    const a = shelfKey(one)
    const b = shelfKey(other)
    if (a < b) return -1
    if (a > b) return 1
    return 0
  })
}
