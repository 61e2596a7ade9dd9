function secretPostcard(text) {
  return text.replace(/[aeiouy]/gi, '*')
}
