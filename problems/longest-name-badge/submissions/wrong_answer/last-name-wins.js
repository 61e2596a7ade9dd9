function longestNameBadge(names) {
  let longest = 0
  for (const name of names) {
    longest = name.length
  }
  return longest
}
