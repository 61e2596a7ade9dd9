/** What stands at a path. Only files of the overlay are writable. */
export type Node =
  | { type: 'directory'; ino: number }
  | { type: 'device'; device: 'null' | 'zero' | 'urandom'; ino: number }
  | { type: 'file'; ino: number; data: Uint8Array; size: number; writable: boolean }
export type File = Extract<Node, { type: 'file' }>

const WRITABLE = '/tmp'
const MOST_FILES = 256

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

/** The immutable tree that every submission sees: the standard library, four devices, an empty /tmp. */
export function baseTree(library: ArrayBuffer): Map<string, Node> {
  const zip = new Uint8Array(library)
  return new Map<string, Node>([
    ['/', { type: 'directory', ino: 1 }],
    [WRITABLE, { type: 'directory', ino: 2 }],
    ['/lib', { type: 'directory', ino: 3 }],
    ['/lib/python314.zip', { type: 'file', ino: 4, data: zip, size: zip.length, writable: false }],
    ['/dev', { type: 'directory', ino: 5 }],
    ['/dev/null', { type: 'device', device: 'null', ino: 6 }],
    ['/dev/zero', { type: 'device', device: 'zero', ino: 7 }],
    ['/dev/urandom', { type: 'device', device: 'urandom', ino: 8 }],
  ])
}

/** A file system in memory: an immutable base below, the submission's own files under /tmp above. Reset forgets those. */
export class Files {
  readonly #base: ReadonlyMap<string, Node>
  readonly #mostBytes: number
  readonly #open: () => Iterable<Node>
  #own = new Map<string, Node>()

  /** `open` names what descriptors hold: a file that is removed while it is open goes on taking room. */
  constructor(base: ReadonlyMap<string, Node>, mostBytes: number, open: () => Iterable<Node>) {
    this.#base = base
    this.#mostBytes = mostBytes
    this.#open = open
  }

  reset(): void {
    this.#own = new Map()
  }

  /** Makes a path absolute and removes `.` and `..`. */
  resolve(path: string, from: string): string {
    const parts: string[] = []
    for (const part of (path.startsWith('/') ? path : `${from}/${path}`).split('/')) {
      if (part === '..') parts.pop()
      else if (part !== '' && part !== '.') parts.push(part)
    }
    return `/${parts.join('/')}`
  }

  find(path: string): Node | undefined {
    return this.#own.get(path) ?? this.#base.get(path)
  }

  owns(path: string): boolean {
    return this.#own.has(path)
  }

  mayCreate(path: string): boolean {
    return path.startsWith(`${WRITABLE}/`) && this.find(parentOf(path))?.type === 'directory'
  }

  hasParent(path: string): boolean {
    return this.find(parentOf(path)) !== undefined
  }

  isFull(): boolean {
    return this.#own.size >= MOST_FILES
  }

  isWritable(path: string): boolean {
    const node = this.find(path)
    return path === WRITABLE || node?.type === 'device' || (node?.type === 'file' && node.writable)
  }

  createFile(path: string): File {
    const file: File = { type: 'file', ino: 1000 + this.#own.size, data: new Uint8Array(0), size: 0, writable: true }
    this.#own.set(path, file)
    return file
  }

  createDirectory(path: string): void {
    this.#own.set(path, { type: 'directory', ino: 1000 + this.#own.size })
  }

  remove(path: string): void {
    this.#own.delete(path)
  }

  rename(from: string, to: string): void {
    const node = this.#own.get(from)
    if (node === undefined || from === to) return
    this.#own.delete(from)
    this.#own.set(to, node)
  }

  /** Names in a directory, `.` and `..` first. */
  list(path: string): string[] {
    const prefix = path === '/' ? '/' : `${path}/`
    const names = new Set<string>()
    for (const tree of [this.#base, this.#own]) {
      for (const key of tree.keys()) {
        const name = key.slice(prefix.length)
        if (key.startsWith(prefix) && name !== '' && !name.includes('/')) names.add(name)
      }
    }
    return ['.', '..', ...names]
  }

  /** Makes room for `wanted` bytes; false when the submission's files would hold too much. */
  reserve(file: File, wanted: number): boolean {
    if (!(wanted >= 0 && wanted <= this.#mostBytes)) return false
    if (wanted <= file.data.length) return true
    const others = this.#bytesBeside(file)
    const capacity = [Math.max(wanted, file.data.length * 2, 256), wanted].find(
      (size) => others + size <= this.#mostBytes,
    )
    if (capacity === undefined) return false
    const data = new Uint8Array(capacity)
    data.set(file.data)
    file.data = data
    return true
  }

  /** What all other files take. Counted anew: files grow seldom, and a tally can be led astray. */
  #bytesBeside(file: File): number {
    let bytes = 0
    for (const node of new Set([...this.#own.values(), ...this.#open()]))
      if (node.type === 'file' && node.writable && node !== file) bytes += node.data.length
    return bytes
  }

  /** Cuts or extends with zeros. */
  resize(file: File, size: number): boolean {
    if (!this.reserve(file, size)) return false
    file.data.fill(0, Math.min(size, file.size))
    file.size = size
    return true
  }
}
