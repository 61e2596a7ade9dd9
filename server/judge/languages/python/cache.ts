import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageState } from './inside/image.ts'

/** Everything a worker needs to stand up an interpreter, as it lies in the cache. */
export type Artifact = {
  /** The host's modules, their types stripped, by file name. */
  modules: Record<string, string>
  state: ImageState
  /** The interpreter's, rewritten. */
  binary: ArrayBuffer
  trampoline: ArrayBuffer
  library: ArrayBuffer
  image: ArrayBuffer
}

type Header = { key: string; modules: Record<string, string>; state: ImageState; lengths: number[] }

const DIGEST_BYTES = 32
const digest = (...parts: Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

export const artifactPath = (cacheDir: string, key: string): string => join(cacheDir, `python-${key}.image`)

/**
 * Writes beside the place and moves it there, so that a reader sees all of it or nothing, and two that make it at the
 * same time do not disturb one another.
 * Layout: SHA-256 of the rest, length of the header (4 bytes), header as JSON, the four buffers.
 */
export function writeArtifact(cacheDir: string, key: string, artifact: Artifact): void {
  const { modules, state, binary, trampoline, library, image } = artifact
  const blobs = [binary, trampoline, library, image].map((buffer) => new Uint8Array(buffer))
  const header = Buffer.from(JSON.stringify({ key, modules, state, lengths: blobs.map((blob) => blob.length) }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  const parts = [length, header, ...blobs]
  mkdirSync(cacheDir, { recursive: true })
  const path = artifactPath(cacheDir, key)
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, Buffer.concat([digest(...parts), ...parts]), { mode: 0o644 })
  renameSync(beside, path)
}

/** The artifact, or why it cannot be used: it is then made anew. */
export function readArtifact(cacheDir: string, key: string): Artifact | { unusable: string } {
  let file: Buffer
  try {
    file = readFileSync(artifactPath(cacheDir, key))
  } catch {
    return { unusable: 'it is not there' }
  }
  const rest = file.subarray(DIGEST_BYTES)
  if (!digest(rest).equals(file.subarray(0, DIGEST_BYTES))) return { unusable: 'its checksum is wrong' }
  const headerEnd = 4 + rest.readUInt32LE(0)
  const header = JSON.parse(rest.toString('utf8', 4, headerEnd)) as Header
  if (header.key !== key) return { unusable: 'it was made for something else' }
  let at = headerEnd
  const [binary, trampoline, library, image] = header.lengths.map((length) => {
    const part = new Uint8Array(rest.subarray(at, at + length)).buffer
    at += length
    return part
  })
  if (!binary || !trampoline || !library || image?.byteLength !== header.state.pages * 65_536)
    return { unusable: 'it is incomplete' }
  return { modules: header.modules, state: header.state, binary, trampoline, library, image }
}
