function secretPostcard(text) {
  for (const vowel of 'aeiouAEIOU') {
    text = text.replace(vowel, '*')
  }
  return text
}
