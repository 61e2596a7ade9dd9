function clubBadge(name) {
  let badge = ''
  for (const word of name.split(' ')) {
    if (!['of', 'and', 'the'].includes(word)) badge += word.charAt(0)
  }
  return badge
}
