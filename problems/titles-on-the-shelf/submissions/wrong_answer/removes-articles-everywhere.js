function shelve(titles) {
  const key = (title) =>
    title
      .toLowerCase()
      .split(' ')
      .filter((word) => !['the', 'a', 'an'].includes(word))
      .join(' ')
  return [...titles].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
}
