function pieces(length, longest) {
  if (length <= longest) return 1
  return pieces(length / 2, longest) + pieces(length / 2, longest)
}
