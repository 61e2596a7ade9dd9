import type { LinearMemory } from './memory.ts'

const start = Date.now()

/** Seconds since the epoch into the C structure `tm`, in UTC: a submission's day does not depend on the machine's zone. */
function writeTm(memory: LinearMemory, seconds: bigint, at: number): void {
  const date = new Date(Number(seconds) * 1000)
  const year = date.getUTCFullYear()
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000)
  const fields = [
    date.getUTCSeconds(),
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth(),
    year - 1900,
    date.getUTCDay(),
    dayOfYear,
    0,
    0,
  ]
  fields.forEach((field, i) => memory.setU32((at >>> 0) + 4 * i, field))
}

function readTm(memory: LinearMemory, at: number): bigint {
  const field = (i: number) => memory.i32((at >>> 0) + 4 * i)
  const ms = Date.UTC(field(5) + 1900, field(4), field(3), field(2), field(1), field(0))
  if (!Number.isFinite(ms)) return -1n
  const seconds = BigInt(ms / 1000)
  writeTm(memory, seconds, at)
  return seconds
}

/** Time as the interpreter asks for it. Millisecond resolution: a finer clock would only help to spy on the machine. */
export function clockCalls(memory: LinearMemory) {
  return {
    clock_time_get(id: number, _precision: bigint, out: number): number {
      memory.setU64(out, BigInt(id === 0 ? Date.now() : Date.now() - start) * 1_000_000n)
      return 0
    },
    clock_res_get(_id: number, out: number): number {
      memory.setU64(out, 1_000_000)
      return 0
    },
    emscripten_get_now: (): number => Date.now() - start,
    emscripten_date_now: (): number => Date.now(),
    _localtime_js: (seconds: bigint, out: number): void => writeTm(memory, seconds, out),
    _gmtime_js: (seconds: bigint, out: number): void => writeTm(memory, seconds, out),
    _mktime_js: (at: number): bigint => readTm(memory, at),
    _timegm_js: (at: number): bigint => readTm(memory, at),
    _tzset_js(timezone: number, daylight: number, standardName: number, daylightName: number): void {
      memory.setU32(timezone, 0)
      memory.setU32(daylight, 0)
      memory.setText(standardName, 'UTC\0')
      memory.setText(daylightName, 'UTC\0')
    },
    _setitimer_js: (): number => -1,
  }
}
