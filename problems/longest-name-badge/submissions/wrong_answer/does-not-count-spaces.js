function longestNameBadge(names) {
  let longest = 0
  for (const name of names) {
    longest = Math.max(longest, name.replaceAll(' ', '').length)
  }
  return longest
}
