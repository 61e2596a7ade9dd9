import { transformSync } from 'amaro'
import type { Sandbox, SandboxContext, SandboxResult } from '../language.ts'
import { openSandbox as openJavaScript } from '../javascript/sandbox.ts'

/** TypeScript is JavaScript once the types are off; what is left keeps its lines and columns. */
export function openSandbox(context: SandboxContext): Sandbox {
  const javascript = openJavaScript(context, 'solution.ts')
  return {
    start(task) {
      const read = withoutTypes(task.source)
      if ('source' in read) return javascript.start({ ...task, source: read.source })
      const unreadable = (): SandboxResult => ({
        body: JSON.stringify({ end: 'unreadable', error: read.error }),
        printed: '',
        complained: '',
      })
      return { load: unreadable, run: unreadable, memoryKb: () => 0, cpuMs: () => 0, end: () => undefined }
    },
    warmUp() {
      withoutTypes('const x: number = 1')
    },
  }
}

type ReadSource = { source: string } | { error: { kind: 'SyntaxError'; text: string; line?: number } }

/** Blanks the types out. Enums and parameter properties, which are more than types, are compiled: lines may then move. */
function withoutTypes(source: string): ReadSource {
  try {
    return { source: transformSync(source, { mode: 'strip-only' }).code }
  } catch (error) {
    if (!/not supported in strip-only mode/.test(String(error))) return { error: unreadable(String(error)) }
  }
  try {
    return { source: transformSync(source, { mode: 'transform' }).code }
  } catch (error) {
    return { error: unreadable(String(error)) }
  }
}

/** The compiler draws the place; its first words and the line are what a player needs. */
function unreadable(drawn: string): { kind: 'SyntaxError'; text: string; line?: number } {
  const text = drawn
    .replace(/\s*Caused by:[\s\S]*$/, '')
    .replace(/^\s*x /, 'SyntaxError: ')
    .trimEnd()
  const line = /^\s*(\d+) \|[^\n]*\n\s*:\s*[\^-]/m.exec(drawn)?.[1]
  return { kind: 'SyntaxError', text: text.slice(0, 4000), ...(line === undefined ? {} : { line: Number(line) }) }
}
