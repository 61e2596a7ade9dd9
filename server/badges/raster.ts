import { Worker } from 'node:worker_threads'
import { z } from 'zod'

/** Makes PNG of SVG, in a thread of its own: a picture takes tens of milliseconds, and nobody's verdict waits for one. */
export type Raster = { png(svg: string): Promise<Uint8Array>; close(): Promise<void> }

/** Unused for so long the thread goes, and its memory with it. */
const IDLE_MS = 20_000

const Answer = z.union([
  z.object({ id: z.number(), png: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), error: z.string() }),
])
type Waiting = { resolve: (png: Uint8Array) => void; reject: (error: Error) => void }

export function createRaster(): Raster {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let asked = 0
  const waiting = new Map<number, Waiting>()

  function gone(which: Worker, reason: string) {
    if (worker !== which) return
    worker = null
    for (const { reject } of waiting.values()) reject(new Error(reason))
    waiting.clear()
  }
  function start(): Worker {
    const fresh = new Worker(new URL('./raster-worker.ts', import.meta.url))
    fresh.on('message', (message: unknown) => {
      const answer = Answer.parse(message)
      const wanted = waiting.get(answer.id)
      waiting.delete(answer.id)
      if ('png' in answer) wanted?.resolve(answer.png)
      else wanted?.reject(new Error(answer.error))
      if (waiting.size > 0) return
      fresh.unref()
      idle = setTimeout(() => void close(), IDLE_MS).unref()
    })
    fresh.on('error', (error) => gone(fresh, String(error)))
    fresh.on('exit', () => gone(fresh, 'the thread that draws has ended'))
    worker = fresh
    return fresh
  }
  async function close() {
    clearTimeout(idle)
    await worker?.terminate()
  }

  return {
    png(svg) {
      clearTimeout(idle)
      const id = asked++
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        const drawing = worker ?? start()
        // Waited for, it keeps the process; idle it does not.
        drawing.ref()
        drawing.postMessage({ id, svg })
      })
    },
    close,
  }
}
