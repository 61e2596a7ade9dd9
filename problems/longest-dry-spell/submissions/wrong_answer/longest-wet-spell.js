function longestDrySpell(rain) {
  let dry = 0, longest = 0
  for (const millimetres of rain) {
    dry += 1
    if (millimetres === 0) dry = 0
    longest = Math.max(longest, dry)
  }
  return longest
}
