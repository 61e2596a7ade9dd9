/** One byte per character, for names of the C API. */
export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

/** UTF-8; an isolate has no TextEncoder. Lone surrogates become U+FFFD. */
export function utf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3)
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) out[n++] = code
    else if (code < 0x800) {
      out[n++] = 0xc0 | (code >> 6)
      out[n++] = 0x80 | (code & 0x3f)
    } else {
      const point = text.codePointAt(i)!
      if (point > 0xffff) {
        i++
        out[n++] = 0xf0 | (point >> 18)
        out[n++] = 0x80 | ((point >> 12) & 0x3f)
        out[n++] = 0x80 | ((point >> 6) & 0x3f)
        out[n++] = 0x80 | (point & 0x3f)
      } else {
        const whole = point >= 0xd800 && point < 0xe000 ? 0xfffd : point
        out[n++] = 0xe0 | (whole >> 12)
        out[n++] = 0x80 | ((whole >> 6) & 0x3f)
        out[n++] = 0x80 | (whole & 0x3f)
      }
    }
  }
  return out.subarray(0, n)
}
