import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { faultWords, type FaultCode, type FaultParams, type FaultWords } from '../protocol/package-faults.ts'
import { ok, refused, type Result } from '../protocol/result.ts'

// The format is PKWARE's APPNOTE 6.3.10: local headers with the data, then a central directory, then an end record.
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_BYTES = 22
const CENTRAL_BYTES = 46
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
const UTF8 = 1 << 11
const UNIX = 3
const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const DIRECTORY = 0o040000

export type ZipLimits = { files: number; bytes: number }

type Entry = {
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  mode: number
  at: number
}

/** Thrown inside this file alone: a reader that refuses at thirty places reads worse with thirty results. */
class Unfit extends Error {
  readonly words: FaultWords
  constructor(code: FaultCode, params?: FaultParams) {
    super(code)
    this.words = faultWords(code, params)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The files in a zip, by path. Nothing is written anywhere; whatever is not a plain file at a plain path inside the zip is
 * refused, with the place and the reason, and so is more than `limits` allow, before it is unpacked.
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits): Result<Map<string, Uint8Array>, FaultWords> {
  try {
    return ok(unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits))
  } catch (error) {
    if (error instanceof Unfit) return refused(error.words)
    // Offsets that lead out of the file.
    if (error instanceof RangeError) return refused(faultWords('zip-cut'))
    throw error
  }
}

function unpack(zip: Buffer, limits: ZipLimits): Map<string, Uint8Array> {
  const entries = directory(zip, limits)
  const files = new Map<string, Uint8Array>()
  const folders = new Set<string>()
  let left = limits.bytes
  let end = 0
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const data = dataOf(zip, entry)
    // Entries that share their bytes make a small file unpack to a large one.
    if (entry.at < end) throw new Unfit('zip-over', { name: entry.name })
    end = data.byteOffset - zip.byteOffset + data.length
    if (isFolder(entry)) {
      if (entry.size > 0) throw new Unfit('zip-folder-data', { name: entry.name })
      continue
    }
    if (entry.size > left) throw new Unfit('zip-large', { most: limits.bytes })
    left -= entry.size
    if (files.has(entry.name)) throw new Unfit('zip-twice', { name: entry.name })
    files.set(entry.name, inflated(entry, data))
    for (let at = entry.name.indexOf('/'); at !== -1; at = entry.name.indexOf('/', at + 1))
      folders.add(entry.name.slice(0, at))
  }
  for (const name of files.keys()) if (folders.has(name)) throw new Unfit('zip-file-and-folder', { name })
  return files
}

function directory(zip: Buffer, limits: ZipLimits): Entry[] {
  const end = endRecord(zip)
  const count = zip.readUInt16LE(end + 10)
  if (zip.readUInt16LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count) throw new Unfit('zip-part')
  let at = zip.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) throw new Unfit('zip-64')
  // Folders count as well: ten thousand empty ones are no package either.
  if (count > 2 * limits.files) throw new Unfit('zip-many', { count, most: limits.files })
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Unfit('zip-directory')
    const nameBytes = zip.readUInt16LE(at + 28)
    const flags = zip.readUInt16LE(at + 8)
    const entry: Entry = {
      name: nameOf(zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes)),
      flags,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      mode: zip[at + 5] === UNIX ? zip.readUInt32LE(at + 38) >>> 16 : 0,
      at: zip.readUInt32LE(at + 42),
    }
    check(entry)
    entries.push(entry)
    at += CENTRAL_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (entries.filter((entry) => !isFolder(entry)).length > limits.files) {
    throw new Unfit('zip-files', { most: limits.files })
  }
  return entries
}

/** The end record stands at the very end, but for a comment whose length it gives. */
function endRecord(zip: Buffer): number {
  const first = Math.max(0, zip.length - END_BYTES - 0xffff)
  for (let at = zip.length - END_BYTES; at >= first; at--) {
    if (zip.readUInt32LE(at) === END && at + END_BYTES + zip.readUInt16LE(at + 20) === zip.length) return at
  }
  throw new Unfit('zip-none')
}

function nameOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Unfit('zip-name-utf8')
  }
}

const isFolder = ({ name }: Entry): boolean => name.endsWith('/')

function check(entry: Entry): void {
  const { name, mode } = entry
  const fault = (code: FaultCode): never => {
    throw new Unfit(code, { name: JSON.stringify(name.slice(0, 100)) })
  }
  if (name.length === 0 || name.length > 200) fault('zip-name-length')
  if (/[\\:\p{Cc}]/u.test(name)) fault('zip-name-character')
  if (name.startsWith('/')) fault('zip-leads-out')
  const parts = (isFolder(entry) ? name.slice(0, -1) : name).split('/')
  if (parts.some((part) => part === '..')) fault('zip-leads-out')
  if (parts.some((part) => part === '' || part === '.')) fault('zip-path')
  const type = mode & FILE_TYPE
  if (type !== 0 && type !== (isFolder(entry) ? DIRECTORY : REGULAR)) fault('zip-link')
  if ((entry.flags & ENCRYPTED) !== 0) fault('zip-encrypted')
  if (entry.method !== STORED && entry.method !== DEFLATED) fault('zip-packed')
}

function dataOf(zip: Buffer, entry: Entry): Buffer {
  const { at, name, packed } = entry
  if (zip.readUInt32LE(at) !== LOCAL) throw new Unfit('zip-place', { name })
  const nameBytes = zip.readUInt16LE(at + 26)
  // Two names for one file: one tool would see what another has not checked.
  if (nameOf(zip.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + nameBytes)) !== name) {
    throw new Unfit('zip-other-name', { name })
  }
  const from = at + LOCAL_BYTES + nameBytes + zip.readUInt16LE(at + 28)
  if (from + packed > zip.length) throw new Unfit('zip-file-cut', { name })
  return zip.subarray(from, from + packed)
}

function inflated({ name, method, size, crc, packed }: Entry, data: Buffer): Uint8Array {
  if (method === STORED && packed !== size) throw new Unfit('zip-size', { name })
  let bytes: Uint8Array
  try {
    // Stops as soon as more comes out than was announced.
    bytes = method === STORED ? Uint8Array.from(data) : inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new Unfit('zip-damaged', { name })
  }
  if (bytes.length !== size || crc32(bytes) !== crc) throw new Unfit('zip-broken', { name })
  return bytes
}

/** A zip of these files, all with the same date: the same files give the same bytes. */
export function writeZip(files: Map<string, string>): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const [path, text] of [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const name = Buffer.from(path)
    const bytes = Buffer.from(text)
    const packed = deflateRawSync(bytes)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(UTF8, 2)
    header.writeUInt16LE(DEFLATED, 4)
    // 1 January 1980, midnight.
    header.writeUInt32LE(0x00210000, 6)
    header.writeUInt32LE(crc32(bytes), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(bytes.length, 18)
    header.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((REGULAR | 0o644) * 0x10000, 6)
    rest.writeUInt32LE(at, 10)
    const local = Buffer.concat([number(LOCAL), header, name, packed])
    // Made by: version 2.0 on Unix, which is where the file's mode counts.
    centrals.push(Buffer.concat([number(CENTRAL), Buffer.from([20, UNIX]), header, rest, name]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.size, 4)
  end.writeUInt16LE(files.size, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, number(END), end])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
