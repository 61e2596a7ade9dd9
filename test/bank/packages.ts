import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own that is gone when the file's tests are. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bank-'))
  made.push(folder)
  return folder
}

export type Files = Record<string, string | Uint8Array | undefined>

/** A package that is right in everything: twice a number. */
export const DOUBLE: Files = {
  'problem.yaml': `
name: Twice
level: 1
minutes: 3
topics: [variables]
languages: [python, javascript, typescript]
kind: function
function: { name: twice_of, params: [{ name: number, type: int }], returns: int }
author: Outdo
licence: CC-BY-4.0
`,
  'statement.md': 'Give back the number twice.\n',
  'hints.md': 'What is twice three?\n---\nUse `*`.\n',
  'walkthrough.md': 'Multiply by two.\n',
  'tests.yaml': `
examples:
  - { args: [2], returns: 4 }
  - { args: [0], returns: 0, note: nothing }
hidden:
${[1, 3, -1, -4, 5, 10, 100, 7].map((n) => `  - { args: [${n}], returns: ${2 * n} }`).join('\n')}
`,
  'submissions/accepted/times.py': 'def twice_of(number):\n    return 2 * number\n',
  'submissions/accepted/times.js': 'function twiceOf(number) {\n  return 2 * number\n}\n',
  'submissions/wrong_answer/squares.py': 'def twice_of(number):\n    return number * number\n',
}

/** Writes a package into `bank`; `changes` replace files of `DOUBLE`, or take them away. Answers the package's folder. */
export function packageIn(bank: string, id: string, changes: Files = {}): string {
  const folder = join(bank, id)
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of Object.entries({ ...DOUBLE, ...changes })) {
    if (text === undefined) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** A file of `DOUBLE` with one piece of text replaced; it must be there. */
export function changed(path: keyof typeof DOUBLE & string, was: string, is: string): Files {
  const text = DOUBLE[path] as string
  if (!text.includes(was)) throw new RangeError(`${path} does not hold ${was}`)
  return { [path]: text.replace(was, is) }
}
