import { randomUUID } from 'node:crypto'
import type ivm from 'isolated-vm'
import type { Act } from './isolates.ts'

type Found = ivm.Reference<unknown>

const LOOKUP_MS = 1000
const NAME = /^[A-Za-z_$][\w$]*$/
const NEEDS_MODULE = /import statement|import\.meta|'?export'?|await is only valid|Unexpected reserved word/

/** The names that a player's code leaves behind, be it a script or a module. */
export type Scope = {
  /** Answers a body when the code cannot be read or raised. */
  load(source: string, timeoutMs: number, describe: (error: unknown) => string): string | undefined
  /** A function, inside, that answers what the name stands for each time it is called; undefined for no name at all. */
  lookup(name: string): Found | undefined
  /** What the harness answers to a piece of code. */
  evaluate(text: string, timeoutMs: number, act: Act): unknown
}

/**
 * Runs the code as a script, whose top-level names later scripts see, or as a module where it imports or exports. A
 * module's names are seen by a function added at its end, under a name that nobody can guess.
 */
export function openScope(isolate: ivm.Isolate, context: ivm.Context, file: string): Scope {
  const lookupName = `lookup_${randomUUID().replaceAll('-', '')}`
  let evaluator: ivm.Reference<(text: string) => unknown> | undefined
  let namespace: ivm.Reference<Record<string, unknown>> | undefined

  const asModule = (source: string, timeoutMs: number): void => {
    const module = isolate.compileModuleSync(`${source}\n;export const ${lookupName} = (text) => eval(text)`, {
      filename: file,
    })
    module.instantiateSync(context, (specifier) => builtinModule(isolate, context, specifier))
    module.evaluateSync({ timeout: Math.ceil(timeoutMs) })
    namespace = module.namespace as ivm.Reference<Record<string, unknown>>
    evaluator = namespace.getSync(lookupName, { reference: true }) as unknown as ivm.Reference<
      (text: string) => unknown
    >
  }

  const lookups = new Map<string, Found>()
  /** Only functions are made here; in a module, though, `eval` may be the player's own. */
  const within = (text: string): Found =>
    (evaluator === undefined
      ? context.evalSync(text, { reference: true })
      : evaluator.applySync(undefined, [text], { result: { reference: true }, timeout: LOOKUP_MS })) as Found

  const makeLookup = (name: string): Found => {
    const own = `typeof ${name} !== 'undefined' ? ${name}`
    const exported = `typeof module === 'object' && module !== null ? module.exports?.[${JSON.stringify(name)}]`
    const lookup = within(`() => { 'use strict'; return ${own} : ${exported} : undefined }`)
    const byDefault = namespace?.getSync('default', { reference: true }) as Found | undefined
    if (byDefault?.typeof !== 'function' || within(`${own} : undefined`).typeof !== 'undefined') return lookup
    return within('(f) => () => f').applySync(undefined, [byDefault.derefInto()], {
      result: { reference: true },
    }) as Found
  }

  const unreadable = (error: unknown): string => {
    const message = error instanceof Error ? error.message : String(error)
    const place = /\[[^\]]*?:(\d+):(\d+)\]$/.exec(message)
    const words = message.replace(/ \[[^\]]*\]$/, '')
    const line = place === null ? undefined : Number(place[1])
    const where = line === undefined ? '' : `\n    at ${file}:${line}:${place![2]}`
    return JSON.stringify({
      end: 'unreadable',
      error: { kind: 'SyntaxError', text: `SyntaxError: ${words}${where}`, line },
    })
  }

  return {
    load(source, timeoutMs, describe) {
      let script: ivm.Script
      try {
        script = isolate.compileScriptSync(source, { filename: file })
      } catch (error) {
        if (!(error instanceof Error && NEEDS_MODULE.test(error.message))) return unreadable(error)
        try {
          asModule(source, timeoutMs)
          return undefined
        } catch (inner) {
          return raised(inner, isolate, unreadable)
        }
      }
      try {
        script.runSync(context, { timeout: Math.ceil(timeoutMs) })
        return undefined
      } catch (error) {
        if (isolate.isDisposed || (error instanceof Error && error.message === 'Script execution timed out.'))
          throw error
        return describeOutside(error) ?? describe(String(error))
      }
    },
    lookup(name) {
      if (!NAME.test(name)) return undefined
      const known = lookups.get(name)
      if (known !== undefined) return known
      const made = makeLookup(name)
      lookups.set(name, made)
      return made
    },
    evaluate(text, timeoutMs, act) {
      if (evaluator !== undefined) return act('evaluate', timeoutMs, evaluator.derefInto(), text)
      try {
        const value = context.evalSync(text, {
          reference: true,
          timeout: Math.ceil(timeoutMs),
          filename: 'your call',
        }) as Found
        return act('given', timeoutMs, value.derefInto(), true)
      } catch (error) {
        if (isolate.isDisposed || (error instanceof Error && error.message === 'Script execution timed out.'))
          throw error
        return describeOutside(error) ?? act('thrown', LOOKUP_MS, String(error))
      }
    },
  }
}

function raised(error: unknown, isolate: ivm.Isolate, unreadable: (error: unknown) => string): string {
  if (isolate.isDisposed || (error instanceof Error && error.message === 'Script execution timed out.')) throw error
  if (error instanceof SyntaxError) return unreadable(error)
  return describeOutside(error) ?? unreadable(error)
}

/** An error that came out of the isolate as a copy: its words and the player's lines. */
export function describeOutside(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const kind = error.name.slice(0, 100)
  const frames = (error.stack ?? '').split('\n').filter((frame) => /^\s+at .*solution\.[jt]s:\d+/.test(frame))
  const line = /solution\.[jt]s:(\d+)/.exec(frames[0] ?? '')?.[1]
  const text = [`${kind}: ${error.message}`, ...frames].join('\n').slice(0, 4000)
  return JSON.stringify({ end: 'raised', error: { kind, text, line: line === undefined ? undefined : Number(line) } })
}

/** The two modules that a script may want for its input, and nothing else. */
function builtinModule(isolate: ivm.Isolate, context: ivm.Context, specifier: string): ivm.Module {
  const name = specifier.replace(/^node:/, '')
  if (name !== 'fs' && name !== 'readline') throw new Error(`There is nothing to import from ${specifier} here.`)
  const names = name === 'fs' ? ['readFileSync'] : ['createInterface']
  const module = isolate.compileModuleSync(
    `const m = globalThis.require(${JSON.stringify(name)}); export default m; ${names.map((n) => `export const ${n} = m.${n}`).join(';')}`,
  )
  module.instantiateSync(context, () => {
    throw new Error('no imports')
  })
  return module
}
