function family(gifts: Record<string, string[]>, name: string): [number, number] {
  const children = (gifts[name] ?? []).map((child) => family(gifts, child))
  const count = children.reduce((sum, [below]) => sum + 1 + below, 0)
  return [count, Math.max(0, ...children.map(([, deep]) => deep + 1))]
}
