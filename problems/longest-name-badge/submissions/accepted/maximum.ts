function longestNameBadge(names: string[]): number {
  return Math.max(0, ...names.map((name) => name.length))
}
