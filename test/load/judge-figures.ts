export type Spread = { medianMs: number; p99Ms: number }

/** How often ours does what a peer does once: by the clock, one at a time, and by the processor time of all involved. */
export type Compared = {
  name: string
  perSecond: number
  ours: number
  processor: { itsMs: number; ours: number } | undefined
}

/** Where the processor time of one submission of the mix goes, ms. */
export type Spent = {
  /** In the isolate: the player's code, its loading and the harness around it. */
  codeMs: number
  /** The rest of the worker's main thread: the rewind or the next isolate, reading the task, writing the report. */
  workerMs: number
  /** V8's own threads in the worker: compiling what is hot, collecting garbage, and the timers of time limits. */
  helpersMs: number
  /** Sending the task, checking the report. */
  parentMs: number
}

export type Mix = {
  solutions: number
  /** Programs that a peer of this machine does not run to their end: nobody is compared on them. */
  leftOut: number
  perSecond: number
  medianMs: number
  spent: Spent
  peers: Compared[]
}

/**
 * Wall times in ms on one worker: they mean something on a machine that does nothing else, which `busy` tells (the load
 * average, about 1 during this run). Ratios come from turns that follow one another within this run.
 */
export type JudgeFigures = {
  ok: boolean
  python: {
    small: Spread
    mix: Mix
    /** A warm native interpreter that executes the same code and calls, with no isolation at all. */
    floor: { perSecond: number; ours: number } | undefined
  }
  javascript: { small: Spread; mix: Mix }
  burst: { submissions: number; workers: number; judged: number } & Spread
  start: { warmMs: number; firstMs: number; residentMb: number }
  steady: {
    submissions: number
    residentBeforeMb: number
    residentAfterMb: number
    medianFirstMs: number
    medianLastMs: number
  }
  /** Load average of the last minute, at the end. */
  busy: number
  absent: string[]
  missed: string[]
}

/** The bounds that do not hold, in words. A bound against a peer that is not here is not measured, and `absent` says so. */
export function missedBy({ python, javascript, burst: many, start, steady }: JudgeFigures): string[] {
  const times = ({ peers }: Mix, name: string): number => peers.find((found) => found.name === name)?.ours ?? Infinity
  const bounds: [string, boolean][] = [
    ['a small Python submission takes at most 2 ms', python.small.medianMs <= 2],
    ['12 times isolate', times(python.mix, 'isolate python3') >= 12],
    ['7 times a python3 process', times(python.mix, 'python3') >= 7],
    ['a small JavaScript submission takes at most 3 ms', javascript.small.medianMs <= 3],
    ['8 times a node process', times(javascript.mix, 'node') >= 8],
    ['300 submissions in a second, 99th percentile at most 1 s', many.p99Ms <= 1000],
    ['a worker is ready within 500 ms', start.warmMs <= 500],
    ['the first start takes at most 6 s', start.firstMs <= 6000],
    ['a worker takes at most 200 MB', start.residentMb <= 200],
    ['memory stays within 10 %', steady.residentAfterMb <= steady.residentBeforeMb * 1.1],
    ['no slower after many submissions', steady.medianLastMs <= steady.medianFirstMs * 1.2],
  ]
  return bounds.filter(([, holds]) => !holds).map(([bound]) => bound)
}

const ms = (value: number): string => `${value.toFixed(2)} ms`
const MB = (value: number): string => `${value.toFixed(0)} MB`
const row = (head: string, text: string): string => `${head.padEnd(36)}${text}`

function describeMix(language: string, { solutions, leftOut, perSecond, medianMs, spent, peers }: Mix): string[] {
  const { codeMs, workerMs, helpersMs, parentMs } = spent
  const all = codeMs + workerMs + helpersMs + parentMs
  const without = leftOut === 0 ? '' : `; ${leftOut} more need another version than this machine's and are left out`
  return [
    row(
      `${language}, ${solutions} real solutions`,
      `${perSecond.toFixed(0)} a second on one worker, median ${ms(medianMs)}${without}`,
    ),
    row(
      '  where it goes',
      `${ms(all)} of processor time each: code ${ms(codeMs)}, putting back and reporting ${ms(workerMs)}, V8's helpers ${ms(helpersMs)}, parent ${ms(parentMs)}`,
    ),
    ...peers.map((peer) =>
      row(
        `  against ${peer.name}`,
        `${peer.ours.toFixed(1)} times as fast (it: ${peer.perSecond.toFixed(1)} a second)${peer.processor === undefined ? '' : `; by processor time ${peer.processor.ours.toFixed(1)} times (it: ${peer.processor.itsMs.toFixed(1)} ms each)`}`,
      ),
    ),
  ]
}

export function describeJudge(figures: JudgeFigures): string {
  const { python, javascript, burst: many, start, steady, busy, absent, missed } = figures
  const small = ({ medianMs, p99Ms }: Spread): string => `median ${ms(medianMs)}, p99 ${ms(p99Ms)}`
  return [
    row('Python, small, five tests, reset', small(python.small)),
    ...describeMix('Python', python.mix),
    ...(python.floor === undefined
      ? []
      : [
          row(
            '  against the floor',
            `ours reaches ${(python.floor.ours * 100).toFixed(0)} % of one warm native interpreter that isolates nothing (${python.floor.perSecond.toFixed(0)} a second)`,
          ),
        ]),
    row('JavaScript, small, five tests', small(javascript.small)),
    ...describeMix('JavaScript', javascript.mix),
    row(
      `${many.submissions} in a second on ${many.workers} workers`,
      `${many.judged} judged, median ${ms(many.medianMs)}, p99 ${ms(many.p99Ms)}`,
    ),
    row(
      'Start',
      `${start.warmMs.toFixed(0)} ms with a warm cache, ${start.firstMs.toFixed(0)} ms the first time; ${MB(start.residentMb)} resident`,
    ),
    row(
      `${steady.submissions} in a row`,
      `${MB(steady.residentBeforeMb)} before, ${MB(steady.residentAfterMb)} after (${((steady.residentAfterMb / steady.residentBeforeMb - 1) * 100).toFixed(1)} %); median ${ms(steady.medianFirstMs)} first, ${ms(steady.medianLastMs)} last`,
    ),
    row('Load average', busy.toFixed(1)),
    absent.length === 0
      ? 'All peers were there.'
      : `Not on this machine: ${absent.join(', ')}. What is asked against ${absent.length === 1 ? 'it' : 'them'} is not measured${absent.includes('isolate') ? '; the nearest to isolate is bwrap' : ''}.`,
    missed.length === 0 ? 'Every bound that was measured holds.' : `Does not hold: ${missed.join('; ')}.`,
  ].join('\n')
}
