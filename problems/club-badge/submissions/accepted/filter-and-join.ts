function clubBadge(name: string): string {
  const little = ['of', 'and', 'the']
  return name
    .split(' ')
    .filter((word) => !little.includes(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
