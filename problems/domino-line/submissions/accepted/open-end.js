function layDominoes(dominoes) {
  if (dominoes.length === 0) return []
  const line = [dominoes[0]]
  let open = dominoes[0][1]
  for (const [left, right] of dominoes.slice(1)) {
    if (left !== open && right !== open) continue
    const laid = left === open ? [left, right] : [right, left]
    line.push(laid)
    open = laid[1]
  }
  return line
}
