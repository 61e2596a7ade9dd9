function secretPostcard(text) {
  let card = ''
  for (const letter of text) {
    if ('aeiouAEIOU'.includes(letter)) {
      card += '*'
    } else {
      card += letter
    }
  }
  return card
}
