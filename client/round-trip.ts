import { live } from './live.svelte.ts'

const TIMES = 7

/** How long a message takes to the server and back, milliseconds: the median of a few. Null where none came back. */
export async function roundTripMs(): Promise<number | null> {
  const took: number[] = []
  for (let n = 0; n < TIMES; n++) {
    const begun = performance.now()
    if ((await live.send('rehearsal:ping', {})).ok) took.push(performance.now() - begun)
    else if (took.length === 0) return null
  }
  return Math.round(took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0)
}
