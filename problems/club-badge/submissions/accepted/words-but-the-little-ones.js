function clubBadge(name) {
  let badge = ''
  for (const word of name.split(' ')) {
    if (word !== '' && word !== 'of' && word !== 'and' && word !== 'the') {
      badge += word[0].toUpperCase()
    }
  }
  return badge
}
