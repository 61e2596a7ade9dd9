function pieces(length: number, longest: number): number {
  if (length <= longest) return 1
  const short = Math.floor(length / 2)
  return pieces(short, longest) + pieces(length - short, longest)
}
