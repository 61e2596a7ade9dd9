import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readPackage } from '../../server/bank/files.ts'
import { loadProblem } from '../../server/bank/load.ts'
import { placePackage, readPackageZip, zipPackage } from '../../server/bank/package-zip.ts'
import { readZip, writeZip } from '../../server/bank/zip.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'
import { DOUBLE, emptyFolder, packageIn } from './packages.ts'

const LIMITS = { files: 150, bytes: 4 * 1024 * 1024 }
const TWICE = 'twice' as ProblemId
const files = () => readPackage(packageIn(emptyFolder(), 'twice'), 'twice').files
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString()

/** A zip with one thing changed after it was written: every place where `was` stands. */
function patched(zip: Uint8Array, was: Buffer | string, is: Buffer | string): Uint8Array {
  const [from, to] = [Buffer.from(was), Buffer.from(is)]
  if (from.length !== to.length) throw new RangeError('a patch must keep the length')
  const bytes = Buffer.from(zip)
  let found = 0
  for (let at = bytes.indexOf(from); at !== -1; at = bytes.indexOf(from, at + to.length)) {
    to.copy(bytes, at)
    found++
  }
  if (found === 0) throw new RangeError('nothing to patch')
  return bytes
}

const refusal = (zip: Uint8Array): string => {
  const result = readZip(zip, LIMITS)
  return result.ok ? 'nothing wrong' : result.refusal.message
}

describe('a zip', () => {
  it('comes back as it went in, the same bytes each time', () => {
    const content = new Map([
      ['a/ñ 😀.txt', 'text\n'.repeat(1000)],
      ['a/empty', ''],
    ])
    const zip = writeZip(content)
    expect(writeZip(content)).toEqual(zip)
    const read = readZip(zip, LIMITS)
    if (!read.ok) throw new Error(read.refusal.message)
    expect([...read.value.keys()].toSorted()).toEqual(['a/empty', 'a/ñ 😀.txt'])
    expect(text(read.value.get('a/ñ 😀.txt'))).toBe(content.get('a/ñ 😀.txt'))
  })

  const one = (path: string, content = 'content'): Uint8Array => writeZip(new Map([[path, content]]))

  it.each<[string, () => Uint8Array, RegExp]>([
    ['no zip at all', () => Buffer.from('PK nothing'), /^is no zip file/],
    ['nothing', () => new Uint8Array(), /^is no zip file/],
    ['a path that climbs', () => one('a/../../etc/passwd'), /leads out of the package/],
    ['an absolute path', () => one('/etc/passwd'), /leads out of the package/],
    ['a path of Windows', () => one('..\\evil'), /a character in its name/],
    ['a drive', () => one('C:evil'), /a character in its name/],
    ['a path with a null character', () => one('a\0.py'), /a character in its name/],
    ['a path that is none', () => one('a//b'), /is not a plain path/],
    ['an endless name', () => one('a'.repeat(201)), /empty or too long/],
    ['a link', () => patched(one('a'), modeBytes(0o100644), modeBytes(0o120777)), /is a link/],
    ['a device', () => patched(one('a'), modeBytes(0o100644), modeBytes(0o020666)), /is a link, or no file/],
    [
      'ten thousand files',
      () => writeZip(new Map(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, '']))),
      /holds 10000 entries/,
    ],
    [
      'one file too many',
      () => writeZip(new Map(Array.from({ length: 151 }, (_, i) => [`f${i}`, '']))),
      /more than 150 files/,
    ],
    [
      'a file and a folder of one name',
      () =>
        writeZip(
          new Map([
            ['a', ''],
            ['a/b', ''],
          ]),
        ),
      /is a file and a folder/,
    ],
    ['a bomb that says so', () => one('bomb', '0'.repeat(LIMITS.bytes + 1)), /larger than 4194304 bytes when unpacked/],
    [
      'a bomb in two halves',
      () =>
        writeZip(
          new Map([
            ['a', '0'.repeat(3e6)],
            ['b', '0'.repeat(3e6)],
          ]),
        ),
      /larger than 4194304 bytes when unpacked/,
    ],
    [
      'a bomb that lies about its size',
      () => patched(one('bomb', '0'.repeat(5e6)), size(5e6), size(10)),
      /larger than the zip says/,
    ],
    ['a file that is shorter than it says', () => patched(one('a', 'content'), size(7), size(8)), /a: is damaged/],
    ['another file than it says', () => patched(one('a', 'content'), size(crc32('content')), size(1)), /a: is damaged/],
    ['two names for one file', () => renamedInside(one('aaa.py')), /another name in another place/],
    ['files that share their bytes', overlapping, /lies over another file/],
    ['half of a zip', () => one('a').subarray(0, 20), /is no zip file/],
    ['a directory that is elsewhere', () => withoutStart(one('a')), /is damaged/],
  ])('%s is refused', (_, zip, reason) => expect(refusal(zip())).toMatch(reason))

  it('whatever is damaged, in every single byte, is refused or harmless', () => {
    const zip = writeZip(
      new Map([
        ['a.py', 'print(1)\n'],
        ['b/c.py', 'print(2)\n'],
      ]),
    )
    for (let at = 0; at < zip.length; at++) {
      for (const bit of [1, 0x80]) {
        const damaged = Uint8Array.from(zip)
        damaged[at]! ^= bit
        const read = readZip(damaged, LIMITS)
        if (read.ok) for (const name of read.value.keys()) expect(name).not.toMatch(/^\/|\.\./)
      }
    }
  })
})

describe('a zipped package', () => {
  it('is read as it would be from its folder', async () => {
    const folder = packageIn(emptyFolder(), 'twice')
    const read = await readPackageZip(zipPackage(TWICE, files()))
    expect(read.ok && read.value.problem).toEqual(await loadProblem(folder).then((loaded) => loaded.ok && loaded.value))
  })

  it('may have its files at the top, if it is told its id', async () => {
    const zip = writeZip(files())
    expect(await readPackageZip(zip, 'twice')).toMatchObject({ ok: true, value: { problem: { id: 'twice' } } })
    expect(await readPackageZip(zip)).toMatchObject({ ok: false })
  })

  it('is refused with the place and the reason', async () => {
    const spoilt = files().set('extra.sh', 'rm').set('statement.md', '<script>alert(1)</script>')
    const first = await readPackageZip(zipPackage(TWICE, spoilt))
    expect(first.ok ? [] : first.refusal.map(({ file }) => file)).toEqual(['twice/extra.sh'])
    spoilt.delete('extra.sh')
    const second = await readPackageZip(zipPackage(TWICE, spoilt))
    expect(second.ok ? [] : second.refusal.map(({ file }) => file)).toEqual(['twice/statement.md'])
  })

  it('is placed whole; an id that is taken is refused, and nothing is left behind', async () => {
    const bank = emptyFolder()
    expect(placePackage(bank, TWICE, files())).toMatchObject({ ok: true })
    expect(await loadProblem(join(bank, 'twice'))).toMatchObject({ ok: true })
    expect(placePackage(bank, TWICE, files())).toMatchObject({ ok: false, refusal: [{ file: 'twice' }] })
    expect(readdirSync(bank)).toEqual(['twice'])
  })

  it('that cannot be written leaves nothing behind', () => {
    const bank = emptyFolder()
    const impossible = new Map([
      ['statement.md', 'x'],
      ['statement.md/inside', 'y'],
    ])
    expect(placePackage(bank, TWICE, impossible)).toMatchObject({ ok: false })
    expect(readdirSync(bank)).toEqual([])
  })

  it('does not replace a package that came first, even an empty folder with something in it', () => {
    const bank = emptyFolder()
    mkdirSync(join(bank, 'twice'))
    writeFileSync(join(bank, 'twice', 'mine'), 'x')
    expect(placePackage(bank, TWICE, new Map([['statement.md', DOUBLE['statement.md'] as string]]))).toMatchObject({
      ok: false,
    })
    expect(readdirSync(join(bank, 'twice'))).toEqual(['mine'])
  })
})

function modeBytes(mode: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(mode * 0x10000)
  return bytes
}

function size(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** The central directory's copy of the name changed, the local one not. */
function renamedInside(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  bytes.write('bbb.py', bytes.lastIndexOf('aaa.py'))
  return bytes
}

/** Two entries of the directory that name the same data. */
function overlapping(): Uint8Array {
  const data = deflateRawSync(Buffer.from('content'))
  const zip = Buffer.from(
    writeZip(
      new Map([
        ['aa', 'content'],
        ['ab', 'content'],
      ]),
    ),
  )
  const local = 30 + 2 + data.length
  const second = zip.lastIndexOf(Buffer.from('504b0102', 'hex'))
  // Both local headers are named alike, the second entry points at the first's data.
  zip.writeUInt32LE(0, second + 42)
  zip.write('aa', second + 46)
  zip.write('aa', local + 30)
  return zip
}

const withoutStart = (zip: Uint8Array): Uint8Array => zip.subarray(10)
