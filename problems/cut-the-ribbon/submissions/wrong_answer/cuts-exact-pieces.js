function pieces(length, longest) {
  if (length < longest) return 1
  if (length === 1) return 1
  const short = Math.floor(length / 2)
  return pieces(short, longest) + pieces(length - short, longest)
}
