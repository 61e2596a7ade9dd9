import { stripTypeScriptTypes } from 'node:module'
import { openSandbox as openJavaScript } from '../javascript/sandbox.ts'
import type { Sandbox, SandboxContext, SandboxResult, Session } from '../language.ts'
import { sourceLines } from './source-lines.ts'

const FILE = 'solution.ts'
const UNSUPPORTED = 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
const INVALID = 'ERR_INVALID_TYPESCRIPT_SYNTAX'

/** TypeScript is JavaScript once the types are off. Types are not checked: a tournament judges what code does. */
export function openSandbox(context: SandboxContext): Sandbox {
  const javascript = openJavaScript(context, FILE)
  let broken = false
  return {
    start(task) {
      const read = withoutTypes(task.source)
      // Nesting deep enough overflows the compiler's stack, after which it reads nothing any more.
      if ('broken' in read) broken = true
      if ('unreadable' in read) return unreadableSession(read.unreadable)
      const session = javascript.start({ ...task, source: read.source })
      return read.lines === undefined ? session : withLines(session, read.lines)
    },
    warmUp() {
      withoutTypes('const x: number = 1')
    },
    isBroken: () => broken,
  }
}

type Unreadable = { kind: 'SyntaxError'; text: string; line?: number }
type Read = { source: string; lines?: number[] } | { unreadable: Unreadable; broken?: true }

/**
 * Blanks the types out, which keeps every line and column. Enums, namespaces and parameter properties are more than
 * types and have to be compiled; a map of lines then leads back.
 */
function withoutTypes(source: string): Read {
  try {
    return { source: stripTypeScriptTypes(source, { mode: 'strip', sourceUrl: FILE }) }
  } catch (error) {
    if (codeOf(error) !== UNSUPPORTED) return notRead(error)
  }
  try {
    const compiled = stripTypeScriptTypes(source, { mode: 'transform', sourceMap: true, sourceUrl: FILE })
    const encoded = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(compiled)?.[1] ?? ''
    const { mappings } = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as { mappings: string }
    return { source: compiled, lines: sourceLines(mappings) }
  } catch (error) {
    return notRead(error)
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

function notRead(error: unknown): Read {
  if (codeOf(error) === INVALID) return { unreadable: unreadable(error) }
  return {
    unreadable: { kind: 'SyntaxError', text: 'SyntaxError: this code is nested too deep to be read' },
    broken: true,
  }
}

/** Node draws the place above the error's own words: `solution.ts:4`, the lines around it, a caret. */
function unreadable(error: unknown): Unreadable {
  if (!(error instanceof Error)) return { kind: 'SyntaxError', text: 'SyntaxError' }
  const drawing = error.stack?.startsWith(`${FILE}:`) ? error.stack.slice(0, error.stack.indexOf('\n\n')) : ''
  const line = /^solution\.ts:(\d+)/.exec(drawing)?.[1]
  const text = `${drawing.slice(0, 3000)}\nSyntaxError: ${error.message}`.trimStart()
  return { kind: 'SyntaxError', text, ...(line === undefined ? {} : { line: Number(line) }) }
}

function unreadableSession(error: Unreadable): Session {
  const result = (): SandboxResult => ({
    body: JSON.stringify({ end: 'unreadable', error }),
    printed: '',
    complained: '',
  })
  return {
    load: result,
    run: result,
    runTogether: (calls) => calls.map(result),
    memoryKb: () => 0,
    end: () => undefined,
  }
}

/** Leads the lines in errors back to what the player wrote. */
function withLines(session: Session, lines: number[]): Session {
  const back = (line: number): number => lines[line] ?? line
  const mapped = (result: SandboxResult): SandboxResult => {
    if (result.body === undefined || !result.body.includes('"error"')) return result
    const body = JSON.parse(result.body) as { error?: { text: string; line?: number } }
    if (body.error === undefined) return result
    const { line } = body.error
    const text = body.error.text.replace(
      /solution\.ts:(\d+)(:\d+)?/g,
      (_, found: string) => `solution.ts:${back(Number(found))}`,
    )
    const error = { ...body.error, text, ...(line === undefined ? {} : { line: back(line) }) }
    return { ...result, body: JSON.stringify({ ...body, error }) }
  }
  return {
    ...session,
    load: (timeoutMs) => mapped(session.load(timeoutMs)),
    run: (what, timeoutMs) => mapped(session.run(what, timeoutMs)),
    runTogether: (calls, timeoutMs) => session.runTogether(calls, timeoutMs)?.map(mapped),
  }
}
