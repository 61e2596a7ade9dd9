const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The signed numbers of one segment of a source map: groups of five bits, least first, the sign in the lowest. */
function readSegment(text: string): number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (const digit of text) {
    const bits = DIGITS.indexOf(digit)
    value |= (bits & 31) << shift
    shift += 5
    if ((bits & 32) !== 0) continue
    numbers.push((value & 1) === 1 ? -(value >> 1) : value >> 1)
    value = shift = 0
  }
  return numbers
}

/** For each line of compiled code, from 1, the line that the player wrote. `mappings` as source maps have it. */
export function sourceLines(mappings: string): number[] {
  const lines = [0]
  let source = 0
  for (const generated of mappings.split(';')) {
    let first: number | undefined
    for (const segment of generated.split(',').filter((part) => part !== '')) {
      source += readSegment(segment)[2] ?? 0
      first ??= source + 1
    }
    lines.push(first ?? lines.at(-1)!)
  }
  return lines
}
