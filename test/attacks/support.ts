import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { functionProblem } from '../judge/support/problems.ts'
import { VERDICTS, type Language, type Verdict } from '../../server/protocol/judgement.ts'

export type Attack = {
  name: string
  language: Language
  source: string
  tries: string
  mustHappen: string
  verdicts: Verdict[]
}

const folder = join(import.meta.dirname, 'programs')
/** TypeScript programs have an ending of their own, so that the project's compiler leaves them alone. */
const LANGUAGE_OF: Record<string, Language> = { '.py': 'python', '.js': 'javascript', '.typescript': 'typescript' }

/** Each program says in its first three lines what it tries, what must happen, and which verdicts are right. */
export const attacks: Attack[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => extname(path) in LANGUAGE_OF)
  .sort()
  .map((path) => {
    const source = readFileSync(join(folder, path), 'utf8')
    const [tries, mustHappen, verdicts] = ['Tries', 'Must happen', 'Verdict'].map((word) => {
      const found = new RegExp(`^(?:#|//) ${word}: (.+)$`, 'm').exec(source)?.[1]
      if (found === undefined) throw new Error(`${path} does not say "${word}:"`)
      return found
    }) as [string, string, string]
    const known = verdicts
      .split(' ')
      .map((word) => VERDICTS.find((verdict) => verdict === word) ?? fail(`${path}: ${word} is no verdict`))
    return {
      name: path,
      language: LANGUAGE_OF[extname(path)]!,
      source,
      tries,
      mustHappen,
      verdicts: known,
    }
  })

function fail(why: string): never {
  throw new Error(why)
}

/** What nobody may learn: the right answers, which cannot be computed from the inputs. */
export const SECRET = 'SECRET-7f3a'

/** Nor what the hidden tests ask. */
export const HIDDEN_INPUT = /42420[1-3]/

export const vault = functionProblem('answer', '(n: int) -> str', {
  limits: { timeMs: 400, memoryMb: 64 },
  examples: [{ args: [1], returns: 'public' }],
  hidden: [
    { args: [424201], returns: `${SECRET}-one` },
    { args: [424202], returns: `${SECRET}-two` },
    { args: [424203], returns: `${SECRET}-three` },
  ],
})

/** Stands in an honest player's source; no other submission may ever see it. */
export const CANARY = 'CANARY-91cc'

/**
 * An honest submission for each language, that also looks at everything an earlier one could have left behind. In a
 * sandbox that is truly put back, every look gives the same text, addresses of objects included.
 */
export const honest: Record<Language, string> = {
  python: `
import hashlib, sys, os, gc, builtins, warnings, random, json, math, threading, signal, decimal, codecs, time
own = '${CANARY}'
def double_it(n):
    return n * 2
def world():
    def named(f):
        try:
            return repr(f())
        except Exception as e:
            return type(e).__name__
    text = ' '.join([
        str(sorted(sys.modules)), str(sorted(dir(builtins))), str(os.listdir('/tmp')), os.getcwd(), str(sys.gettrace()),
        str(sys.getprofile()), str(len(sys.meta_path)), str(len(sys.path_hooks)), str(sys.path), str(sys.getrecursionlimit()),
        str(sys.getswitchinterval()), str(sys.get_int_max_str_digits()), str(warnings.filters), str(random.random()),
        str(id(object())), str(len(gc.get_objects())), str(gc.callbacks), str(gc.isenabled()), str(gc.get_threshold()),
        str(hasattr('x', 'leak')), str(math.pi), str(len('abc')), named(lambda: codecs.lookup('leak')),
        named(lambda: codecs.lookup_error('leak')), named(lambda: json.loads('[1]')), str(decimal.getcontext()),
        str(signal.getsignal(signal.SIGINT)), str(sys.stdout), str(os.dup(1)), str(5 + 6), str(int('7') + 1),
    ])
    return hashlib.sha256(text.encode()).hexdigest() + text[-700:]
`,
  javascript: `
const own = '${CANARY}'
const doubleIt = (n) => n * 2
const look = () => [Object, Array, String, Promise, Math, JSON, RegExp, Function, Reflect].map((thing) =>
  [thing, thing.prototype].filter(Boolean).map((o) => Reflect.ownKeys(o).map((key) => String(key)).join()).join()
).join() + Reflect.ownKeys(globalThis).map(String).filter((key) => !key.startsWith('lookup')).join() + [1, 2].map((x) => x + 1) + typeof leak
const world = () => { let hash = 0; const text = look(); for (const c of text) hash = (hash * 31 + c.charCodeAt(0)) | 0; return hash + ' ' + text.length }
`,
  typescript: `
const own: string = '${CANARY}'
const doubleIt = (n: number): number => n * 2
const world = (): string => Reflect.ownKeys(globalThis).map(String).join()
`,
}
