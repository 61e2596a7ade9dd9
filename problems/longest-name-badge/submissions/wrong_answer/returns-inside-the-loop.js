function longestNameBadge(names) {
  let longest = 0
  for (const name of names) {
    if (name.length > longest) longest = name.length
    return longest
  }
  return 0
}
