import { readFileSync } from 'node:fs'

const PAGE_MB = 4096 / (1024 * 1024)

/** Processor time of a process's main thread in ms, by the kernel's word; undefined where there is no /proc. */
export function processorMs(pid: number): number | undefined {
  const text = read(`/proc/${pid}/schedstat`)
  return text === undefined ? undefined : Number(text.split(' ')[0]) / 1e6
}

/** Resident memory of a process in MB; undefined where there is no /proc. */
export function residentMb(pid: number): number | undefined {
  const text = read(`/proc/${pid}/statm`)
  return text === undefined ? undefined : Number(text.split(' ')[1]) * PAGE_MB
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
