import { crc32, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Open Badges 3.0, "Baking", PNG. */
const KEYWORD = 'openbadgecredential'
const LONGEST_TEXT = 256 * 1024

export const isPng = (file: Uint8Array): boolean => SIGNATURE.equals(file.subarray(0, 8))

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

type Chunk = { type: string; data: Buffer; from: number }

/** The file's chunks as far as they are whole. */
function* chunks(file: Buffer): Generator<Chunk> {
  let from = SIGNATURE.length
  while (from + 12 <= file.length) {
    const length = file.readUInt32BE(from)
    const end = from + 12 + length
    if (end > file.length) return
    const type = file.toString('latin1', from + 4, from + 8)
    yield { type, data: file.subarray(from + 8, from + 8 + length), from }
    if (type === 'IEND') return
    from = end
  }
}

/** The picture with the credential in it; throws where it is no PNG. */
export function bakedPng(png: Uint8Array, jws: string): Buffer {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  // Behind the header, which has to come first.
  const second = [...chunks(file)][1]?.from
  if (!isPng(file) || second === undefined) throw new RangeError('not a PNG')
  // Compression flag and method, and an empty language and translated keyword, each closed by a NUL.
  const data = Buffer.concat([Buffer.from(KEYWORD, 'latin1'), Buffer.alloc(5), Buffer.from(jws, 'latin1')])
  return Buffer.concat([file.subarray(0, second), chunk('iTXt', data), file.subarray(second)])
}

/** The text baked into a PNG; null where there is none. */
export function textInPng(png: Uint8Array): string | null {
  for (const { type, data } of chunks(Buffer.from(png.buffer, png.byteOffset, png.byteLength))) {
    if (type !== 'iTXt') continue
    const end = data.indexOf(0)
    if (data.toString('latin1', 0, end) !== KEYWORD) continue
    const compressed = data[end + 1] === 1
    const language = data.indexOf(0, end + 3)
    const translated = data.indexOf(0, language + 1)
    if (language < 0 || translated < 0) continue
    return textOf(data.subarray(translated + 1), compressed)
  }
  return null
}

function textOf(data: Buffer, compressed: boolean): string | null {
  try {
    return (compressed ? inflateSync(data, { maxOutputLength: LONGEST_TEXT }) : data).toString('utf8')
  } catch {
    return null
  }
}
