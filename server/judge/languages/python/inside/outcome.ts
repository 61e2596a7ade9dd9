/** Everything the outside wants to know after a step. `answer` is the harness's bytes, or `kind:detail` of a stop. */
export type Outcome = {
  stopped: boolean
  answer: Uint8Array
  printed: Uint8Array
  complained: Uint8Array
  /** Linear memory beyond what an interpreter starts with. */
  grownPages: number
  /** Whether memory was refused since the last rewind. */
  starved: boolean
}

const WORD_BYTES = 4
const FIELDS = 6
const HEAD_BYTES = FIELDS * WORD_BYTES
const wholeWords = (bytes: number): number => Math.ceil(bytes / WORD_BYTES) * WORD_BYTES

/**
 * One buffer, since every trip out of the isolate costs: six numbers of 32 bits, then the three byte strings, and what
 * is missing to a whole number of words, so that several can follow one another.
 */
export function packOutcome({ stopped, answer, printed, complained, grownPages, starved }: Outcome): ArrayBuffer {
  const packed = new Uint8Array(wholeWords(HEAD_BYTES + answer.length + printed.length + complained.length))
  const head = new Uint32Array(packed.buffer, 0, FIELDS)
  head.set([stopped ? 1 : 0, starved ? 1 : 0, grownPages, answer.length, printed.length, complained.length])
  packed.set(answer, HEAD_BYTES)
  packed.set(printed, HEAD_BYTES + answer.length)
  packed.set(complained, HEAD_BYTES + answer.length + printed.length)
  return packed.buffer
}

/** One after another. */
export function joinOutcomes(packed: ArrayBuffer[]): ArrayBuffer {
  const joined = new Uint8Array(packed.reduce((bytes, { byteLength }) => bytes + byteLength, 0))
  let at = 0
  for (const one of packed) {
    joined.set(new Uint8Array(one), at)
    at += one.byteLength
  }
  return joined.buffer
}

export function unpackOutcomes(packed: ArrayBuffer): Outcome[] {
  const outcomes: Outcome[] = []
  for (let at = 0; at < packed.byteLength; at = wholeWords(at)) {
    const [stopped = 0, starved = 0, grownPages = 0, ...lengths] = new Uint32Array(packed, at, FIELDS)
    at += HEAD_BYTES
    const [answer, printed, complained] = lengths.map((length) => {
      const part = new Uint8Array(packed, at, length)
      at += length
      return part
    }) as [Uint8Array, Uint8Array, Uint8Array]
    outcomes.push({ stopped: stopped === 1, starved: starved === 1, grownPages, answer, printed, complained })
  }
  return outcomes
}
