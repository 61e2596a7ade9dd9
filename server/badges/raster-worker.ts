import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** A thread that turns SVG into PNG: `{ id, svg }` in, `{ id, png }` or `{ id, error }` out. */
const wasm = readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')))
const ready = initWasm(wasm)

parentPort?.on('message', ({ id, svg }: { id: number; svg: string }) => {
  ready.then(
    () => {
      const png = new Resvg(svg).render().asPng()
      parentPort?.postMessage({ id, png })
    },
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
  )
})
