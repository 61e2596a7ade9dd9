function clubBadge(name) {
  let badge = ''
  for (const word of name.split(' ')) {
    if (!['of', 'and', 'the'].includes(word)) badge += word[0].toUpperCase()
  }
  return badge
}
