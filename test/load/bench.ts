import { parseArgs } from 'node:util'

/** `npm run bench [-- judge improvement …] [--json]`: measures, prints, and fails where a bound does not hold. */
export type Benchmark = {
  /** What was measured, as one JSON value; `ok` says whether every bound of it was. */
  measure(): Promise<{ ok: boolean }>
  /** For people. */
  describe(figures: never): string
}

/** Each measures one part and lies beside this file. */
const BENCHMARKS: Record<string, () => Promise<Benchmark>> = {
  judge: async () => {
    const { benchJudge } = await import('./bench-judge.ts')
    const { describeJudge } = await import('./judge-figures.ts')
    return { measure: () => benchJudge(), describe: describeJudge }
  },
  badges: async () => {
    const { benchBadges, describeBadges } = await import('./bench-badges.ts')
    return { measure: benchBadges, describe: describeBadges }
  },
  pages: async () => {
    const { benchPages, describePages } = await import('./bench-pages.ts')
    return { measure: benchPages, describe: describePages }
  },
  start: async () => {
    const { benchStart, describeStart } = await import('./bench-start.ts')
    return { measure: benchStart, describe: describeStart }
  },
  spectators: async () => {
    const { benchSpectators, describeSpectators } = await import('./bench-spectators.ts')
    return { measure: benchSpectators, describe: describeSpectators }
  },
  improvement: async () => {
    const { benchImprovement, describeImprovement } = await import('./bench-improvement.ts')
    return { measure: async () => benchImprovement(), describe: describeImprovement }
  },
}

function badUse(message: string): never {
  console.error(`${message} Use: npm run bench [-- ${Object.keys(BENCHMARKS).join(' ')}] [--json]`)
  process.exit(2)
}

function read(): { names: string[]; json: boolean } {
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
    return { names: positionals.length > 0 ? positionals : Object.keys(BENCHMARKS), json: values.json ?? false }
  } catch (error) {
    return badUse(`${(error as Error).message}.`)
  }
}

const { names, json } = read()
const unknown = names.find((name) => !Object.hasOwn(BENCHMARKS, name))
if (unknown) badUse(`There is no benchmark ${unknown}.`)
const results: Record<string, { ok: boolean }> = {}
for (const name of names) {
  const benchmark = await BENCHMARKS[name]!()
  const figures = await benchmark.measure()
  results[name] = figures
  if (!json) console.log(benchmark.describe(figures as never))
}
if (json) console.log(JSON.stringify(results))
process.exit(Object.values(results).every(({ ok }) => ok) ? 0 : 1)
