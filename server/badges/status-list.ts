import { gzipSync } from 'node:zlib'

/** The least a list may have, so that a place in it tells little: W3C Bitstring Status List 1.0, "Bitstring Length". */
export const LIST_BITS = 131_072
const LIST_BYTES = LIST_BITS / 8

/** Which byte and which bit of it: the most significant first. */
const placeOf = (index: number) => ({ byte: index >> 3, bit: 0x80 >> (index & 7) })

/** The list with these bits set: gzip, in multibase base64url (`u…`). */
export function encodedList(set: readonly number[]): string {
  const bytes = Buffer.alloc(LIST_BYTES)
  for (const index of set) {
    if (!(index >= 0 && index < LIST_BITS)) throw new RangeError(`${index} is no place in a list of ${LIST_BITS}`)
    const { byte, bit } = placeOf(index)
    bytes[byte] = bytes[byte]! | bit
  }
  return `u${gzipSync(bytes).toString('base64url')}`
}
