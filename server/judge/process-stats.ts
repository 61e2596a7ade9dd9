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

/**
 * Processor time of this thread in ms. The kernel counts a running thread's time when a tick comes by; asking for the
 * whole process's brings the count up to date. (isolated-vm's `cpuTime` is a wall clock on Linux.)
 */
export function ownProcessorMs(): number {
  process.cpuUsage()
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
