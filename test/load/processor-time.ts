import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const ran = (path: string): number => Number(read(path).split(' ')[0]) / 1e6

/** Processor time of a process so far, ms: its main thread, and all threads there are. Zero where there is no /proc. */
export function processorTime(pid: number): { mainMs: number; allMs: number } {
  let allMs = 0
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) allMs += ran(`/proc/${pid}/task/${thread}/schedstat`)
  } catch {
    // It is gone, or this system has no /proc.
  }
  return { mainMs: ran(`/proc/${pid}/schedstat`), allMs }
}

/** Processor time of this process, ms: its own so far, and its children's that have ended. */
export function ownProcessorTime(): { ownMs: number; childrenMs: number } {
  const { user, system } = process.cpuUsage()
  const fields = read('/proc/self/stat').split(') ').at(-1)!.split(' ')
  // Fields 16 and 17 of the file; the first here is its third.
  return { ownMs: (user + system) / 1000, childrenMs: (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * TICK_MS }
}
