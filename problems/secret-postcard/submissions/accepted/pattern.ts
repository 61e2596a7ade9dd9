function secretPostcard(text: string): string {
  return text.replace(/[aeiou]/gi, '*')
}
