import type { Descriptor, Descriptors } from './descriptors.ts'
import { errno } from './errno.ts'
import type { File, Files, Node } from './files.ts'
import type { LinearMemory } from './memory.ts'
import type { Random } from './random.ts'
import type { Streams } from './streams.ts'

type Machine = { memory: LinearMemory; files: Files; descriptors: Descriptors; streams: Streams; random: Random }

const O = { CREAT: 0o100, EXCL: 0o200, TRUNC: 0o1000, APPEND: 0o2000, DIRECTORY: 0o200000 }
const AT_FDCWD = -100
const AT_EMPTY_PATH = 4096
const AT_REMOVEDIR = 512
const W_OK = 2
const F_DUPFD = 0
const F_DUPFD_CLOEXEC = 1030
const DIRENT_BYTES = 280
const HOME = '/tmp'
const STARTED = 1_700_000_000

const sizeOf = (node: Node): number => (node.type === 'file' ? node.size : 0)
const accessOf = (flags: number): number => flags & 3

/**
 * The system calls on files, as musl's libc makes them: structures are written into linear memory at the offsets of
 * this binary's headers, failures are negative error numbers (positive ones for the `fd_…` calls, which are WASI's).
 */
export function fileCalls({ memory, files, descriptors, streams, random }: Machine) {
  let cwd = HOME

  /** The absolute path meant by a directory descriptor and a C string; undefined when there is none. */
  const pathAt = (directory: number, at: number): string | undefined => {
    const path = memory.text(at)
    if (path === '') return undefined
    if (path.startsWith('/') || (directory | 0) === AT_FDCWD) return files.resolve(path, cwd)
    const from = descriptors.get(directory)
    return from?.type === 'open' && from.node.type === 'directory' ? files.resolve(path, from.path) : undefined
  }

  const writeStat = (what: Node | Descriptor, out: number): number => {
    const node = 'ino' in what ? what : undefined
    const size = node === undefined ? 0 : sizeOf(node)
    const at = out >>> 0
    memory.clear(at, 96)
    memory.setU32(at, 1)
    memory.setU32(at + 4, modeOf(node))
    memory.setU32(at + 8, 1)
    memory.setU64(at + 24, size)
    memory.setU32(at + 32, 4096)
    memory.setU32(at + 36, Math.ceil(size / 512))
    for (const time of [40, 56, 72]) memory.setU64(at + time, STARTED)
    memory.setU64(at + 88, node?.ino ?? 1)
    return 0
  }

  const statAt = (path: string | undefined, out: number): number => {
    const node = path === undefined ? undefined : files.find(path)
    return node === undefined ? -errno.ENOENT : writeStat(node, out)
  }

  const statFd = (fd: number, out: number): number => {
    const file = descriptors.get(fd)
    if (file === undefined) return -errno.EBADF
    return writeStat(file.type === 'open' ? file.node : file, out)
  }

  function open(path: string | undefined, flags: number): number {
    if (path === undefined) return -errno.ENOENT
    let node = files.find(path)
    const writes = accessOf(flags) !== 0
    if (node !== undefined && (flags & O.CREAT) !== 0 && (flags & O.EXCL) !== 0) return -errno.EEXIST
    if (node === undefined) {
      if ((flags & O.CREAT) === 0) return -errno.ENOENT
      if (!files.mayCreate(path)) return files.hasParent(path) ? -errno.EROFS : -errno.ENOENT
      if (files.isFull()) return -errno.ENOSPC
      node = files.createFile(path)
    }
    if (node.type === 'directory' && (writes || (flags & O.CREAT) !== 0)) return -errno.EISDIR
    if (node.type !== 'directory' && (flags & O.DIRECTORY) !== 0) return -errno.ENOTDIR
    if (node.type === 'file') {
      if ((writes || (flags & O.TRUNC) !== 0) && !node.writable) return -errno.EROFS
      if ((flags & O.TRUNC) !== 0) files.resize(node, 0)
    }
    const append = (flags & O.APPEND) !== 0
    const fd = descriptors.add({ type: 'open', node, path, position: append ? sizeOf(node) : 0, flags, append })
    return fd ?? -errno.EMFILE
  }

  /** The pieces of memory that a vectored read or write names, kept inside the memory. */
  function* pieces(iov: number, count: number): Generator<[at: number, length: number]> {
    for (let i = 0; i < Math.min(count >>> 0, 1024); i++) {
      const at = memory.u32((iov >>> 0) + 8 * i)
      yield [at, Math.min(memory.u32((iov >>> 0) + 8 * i + 4), Math.max(0, memory.byteLength - at))]
    }
  }

  const readNode = (node: Node, from: number, at: number, length: number): number => {
    if (node.type === 'file') {
      const start = Math.max(0, from)
      const part = node.data.subarray(start, Math.max(start, Math.min(start + length, node.size)))
      memory.write(at, part)
      return part.length
    }
    if (node.type === 'directory' || node.device === 'null') return 0
    if (node.device === 'zero') memory.clear(at, length)
    else random.fill(memory, at, length)
    return length
  }

  function readAll(file: Descriptor, iov: number, count: number, offset?: number): number {
    let total = 0
    for (const [at, length] of pieces(iov, count)) {
      let got = 0
      if (file.type === 'input') {
        const part = streams.read(length)
        memory.write(at, part)
        got = part.length
      } else if (file.type === 'open') {
        got = readNode(file.node, offset === undefined ? file.position : offset + total, at, length)
        if (offset === undefined) file.position += got
      }
      total += got
      if (got < length) break
    }
    return total
  }

  function writeFile(
    file: Extract<Descriptor, { type: 'open' }>,
    node: File,
    at: number,
    length: number,
    offset?: number,
  ): boolean {
    if (file.append) file.position = node.size
    const from = offset ?? file.position
    if (from < 0 || !files.reserve(node, from + length)) return false
    node.data.set(memory.read(at, length), from)
    node.size = Math.max(node.size, from + length)
    if (offset === undefined) file.position = from + length
    return true
  }

  /** Bytes written, or a negative error number. */
  function writeAll(file: Descriptor, iov: number, count: number, offset?: number): number {
    let total = 0
    for (const [at, length] of pieces(iov, count)) {
      if (file.type === 'output') streams.write(file.channel, memory.read(at, length))
      else if (file.type === 'open' && file.node.type === 'file') {
        if (!writeFile(file, file.node, at, length, offset === undefined ? undefined : offset + total))
          return -errno.ENOSPC
      }
      total += length
    }
    return total
  }

  const mayRead = (file: Descriptor): boolean =>
    file.type === 'input' || (file.type === 'open' && accessOf(file.flags) !== 1)
  const mayWrite = (file: Descriptor): boolean =>
    file.type === 'output' || (file.type === 'open' && file.node.type !== 'directory' && accessOf(file.flags) !== 0)

  function listDirectory(fd: number, out: number, room: number): number {
    const file = descriptors.get(fd)
    if (file?.type !== 'open' || file.node.type !== 'directory') return -errno.ENOTDIR
    const names = files.list(file.path)
    let written = 0
    let i = Math.floor(file.position / DIRENT_BYTES)
    for (; i < names.length && written + DIRENT_BYTES <= room >>> 0; i++, written += DIRENT_BYTES) {
      const at = (out >>> 0) + written
      const node = (i < 2 ? file.node : files.find(files.resolve(names[i]!, file.path))) ?? file.node
      memory.setU64(at, node.ino)
      memory.setU64(at + 8, (i + 1) * DIRENT_BYTES)
      memory.setU16(at + 16, DIRENT_BYTES)
      memory.setU8(at + 18, { device: 2, directory: 4, file: 8 }[node.type])
      memory.setText(at + 19, `${names[i]!.slice(0, 255)}\0`)
    }
    file.position = i * DIRENT_BYTES
    return written
  }

  function remove(path: string | undefined, directory: boolean): number {
    const node = path === undefined ? undefined : files.find(path)
    if (path === undefined || node === undefined) return -errno.ENOENT
    if (!files.owns(path)) return -errno.EROFS
    if (directory && node.type !== 'directory') return -errno.ENOTDIR
    if (!directory && node.type === 'directory') return -errno.EISDIR
    if (node.type === 'directory' && files.list(path).length > 2) return -errno.ENOTEMPTY
    files.remove(path)
    return 0
  }

  function rename(from: string | undefined, to: string | undefined): number {
    if (from === undefined || to === undefined || files.find(from) === undefined) return -errno.ENOENT
    if (!files.owns(from) || files.find(from)?.type !== 'file') return -errno.EROFS
    if (!files.mayCreate(to) || files.find(to)?.type === 'directory') return -errno.EROFS
    files.rename(from, to)
    return 0
  }

  function seek(fd: number, offset: bigint, whence: number, out: number): number {
    const file = descriptors.get(fd)
    if (file === undefined) return errno.EBADF
    if (file.type !== 'open') return errno.ESPIPE
    const position = Number(offset) + (whence === 1 ? file.position : whence === 2 ? sizeOf(file.node) : 0)
    if (!(position >= 0 && position <= 2 ** 40)) return errno.EINVAL
    file.position = position
    memory.setU64(out, position)
    return 0
  }

  /** WASI's calls answer an error number and put the count where `out` says. */
  const count = (n: number, out: number): number => {
    if (n < 0) return -n
    memory.setU32(out, n)
    return 0
  }

  return {
    reset(): void {
      cwd = HOME
    },
    calls: {
      __syscall_openat: (directory: number, path: number, flags: number) => open(pathAt(directory, path), flags),
      __syscall_stat64: (path: number, out: number) => statAt(pathAt(AT_FDCWD, path), out),
      __syscall_lstat64: (path: number, out: number) => statAt(pathAt(AT_FDCWD, path), out),
      __syscall_fstat64: statFd,
      __syscall_newfstatat: (directory: number, path: number, out: number, flags: number) =>
        memory.text(path) === '' && (flags & AT_EMPTY_PATH) !== 0
          ? statFd(directory, out)
          : statAt(pathAt(directory, path), out),
      __syscall_faccessat(directory: number, at: number, mode: number): number {
        const path = pathAt(directory, at)
        if (path === undefined || files.find(path) === undefined) return -errno.ENOENT
        return (mode & W_OK) !== 0 && !files.isWritable(path) ? -errno.EACCES : 0
      },
      __syscall_getcwd(out: number, room: number): number {
        if (cwd.length + 1 > room >>> 0) return -errno.ERANGE
        memory.setText(out, `${cwd}\0`)
        return cwd.length + 1
      },
      __syscall_chdir(at: number): number {
        const path = pathAt(AT_FDCWD, at)
        const node = path === undefined ? undefined : files.find(path)
        if (path === undefined || node === undefined) return -errno.ENOENT
        if (node.type !== 'directory') return -errno.ENOTDIR
        cwd = path
        return 0
      },
      __syscall_getdents64: listDirectory,
      __syscall_readlinkat(directory: number, at: number): number {
        const path = pathAt(directory, at)
        return path !== undefined && files.find(path) !== undefined ? -errno.EINVAL : -errno.ENOENT
      },
      __syscall_ioctl: () => -errno.ENOTTY,
      __syscall_fcntl64(fd: number, command: number): number {
        const file = descriptors.get(fd)
        if (file === undefined) return -errno.EBADF
        if (command === F_DUPFD || command === F_DUPFD_CLOEXEC) return descriptors.add(file) ?? -errno.EMFILE
        if (command === 3) return file.type === 'open' ? file.flags : 2
        return command === 1 || command === 2 || command === 4 ? 0 : -errno.EINVAL
      },
      __syscall_poll: () => 0,
      __syscall_fadvise64: () => 0,
      __syscall_getuid32_js: () => 1000,
      __syscall_umask_js: () => 0o22,
      __syscall_dup(fd: number): number {
        const file = descriptors.get(fd)
        return file === undefined ? -errno.EBADF : (descriptors.add(file) ?? -errno.EMFILE)
      },
      __syscall_mkdirat(directory: number, at: number): number {
        const path = pathAt(directory, at)
        if (path === undefined) return -errno.ENOENT
        if (files.find(path) !== undefined) return -errno.EEXIST
        if (!files.mayCreate(path)) return -errno.EROFS
        if (files.isFull()) return -errno.ENOSPC
        files.createDirectory(path)
        return 0
      },
      __syscall_unlinkat: (directory: number, path: number, flags: number) =>
        remove(pathAt(directory, path), (flags & AT_REMOVEDIR) !== 0),
      __syscall_rmdir: (path: number) => remove(pathAt(AT_FDCWD, path), true),
      __syscall_renameat: (fromDirectory: number, from: number, toDirectory: number, to: number) =>
        rename(pathAt(fromDirectory, from), pathAt(toDirectory, to)),
      __syscall_ftruncate64(fd: number, size: bigint): number {
        const file = descriptors.get(fd)
        if (file?.type !== 'open' || file.node.type !== 'file' || !mayWrite(file)) return -errno.EINVAL
        return files.resize(file.node, Number(size)) ? 0 : -errno.ENOSPC
      },
      fd_close: (fd: number) => (descriptors.close(fd) ? 0 : errno.EBADF),
      fd_read(fd: number, iov: number, n: number, out: number): number {
        const file = descriptors.get(fd)
        if (file === undefined || !mayRead(file)) return errno.EBADF
        if (file.type === 'open' && file.node.type === 'directory') return errno.EISDIR
        return count(readAll(file, iov, n), out)
      },
      fd_pread(fd: number, iov: number, n: number, offset: bigint, out: number): number {
        const file = descriptors.get(fd)
        if (file?.type !== 'open' || !mayRead(file) || file.node.type === 'directory') return errno.EBADF
        return count(readAll(file, iov, n, Number(offset)), out)
      },
      fd_write(fd: number, iov: number, n: number, out: number): number {
        const file = descriptors.get(fd)
        return file === undefined || !mayWrite(file) ? errno.EBADF : count(writeAll(file, iov, n), out)
      },
      fd_pwrite(fd: number, iov: number, n: number, offset: bigint, out: number): number {
        const file = descriptors.get(fd)
        return file?.type !== 'open' || !mayWrite(file)
          ? errno.EBADF
          : count(writeAll(file, iov, n, Number(offset)), out)
      },
      fd_seek: seek,
      fd_sync: () => 0,
      fd_fdstat_get(fd: number, out: number): number {
        const file = descriptors.get(fd)
        if (file === undefined) return errno.EBADF
        memory.clear(out, 24)
        memory.setU8(out, file.type !== 'open' ? 2 : file.node.type === 'directory' ? 3 : 4)
        return 0
      },
    },
  }
}

function modeOf(node: Node | undefined): number {
  if (node === undefined || node.type === 'device') return 0o020666
  if (node.type === 'directory') return 0o040777
  return node.writable ? 0o100666 : 0o100444
}
