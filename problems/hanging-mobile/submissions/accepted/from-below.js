// For each part: what it weighs, the least balanced weight, and the step in which that can grow.
function balance(part) {
  if (typeof part === 'number') return { now: part, least: part, step: 1 }
  const [left, right] = part.map(balance)
  const step = Math.max(left.step, right.step)
  const half = Math.ceil(Math.max(left.least, right.least) / step) * step
  return { now: left.now + right.now, least: 2 * half, step: 2 * step }
}

function extraWeight(mobile) {
  const { now, least } = balance(mobile)
  return least - now
}
