import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ProblemId } from '../protocol/ids.ts'
import { ok, refused, type Result } from '../protocol/result.ts'

/** Starts a package that is valid in shape; what its author has to fill in says so. Answers the files it made. */
export function startPackage(bank: string, id: string): Result<string[], string> {
  const parsed = ProblemId.safeParse(id)
  if (!parsed.success) return refused(`${JSON.stringify(id)} cannot be an id: ${parsed.error.issues[0]!.message}`)
  const folder = join(bank, parsed.data)
  if (existsSync(folder)) return refused(`${folder} is there already; take another id`)
  const files = starterFiles(parsed.data)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return ok(Object.keys(files).map((path) => join(folder, path)))
}

function starterFiles(id: string): Record<string, string> {
  const words = id.split('-')
  const title = words.join(' ')
  const snake = /^[a-z]/.test(id) ? words.join('_') : `solve_${words.join('_')}`
  const camel = snake.replace(/_+(.)/g, (_, letter: string) => letter.toUpperCase())
  return {
    'problem.yaml': `name: ${JSON.stringify(title.charAt(0).toUpperCase() + title.slice(1))}
# names: { es: "…" }            # the same in other languages, beside statement.es.md and so on
level: 1                        # 1 is a first day of programming, 6 a quarter of an hour for a trained programmer
minutes: 4                      # for a person for whom the level is right
topics: [conditions]
languages: [python, javascript, typescript]
kind: function                  # or script (reads standard input, writes standard output), or parsons
function: { name: ${snake}, params: [{ name: number, type: int }], returns: int }
limits: { timeMs: 2000, memoryMb: 128, outputKb: 64 }
checker: exact                  # or { float: 1e-6 }, or unordered
author: Your name
licence: CC-BY-4.0
`,
    'statement.md': `Write the story here, in 60 to 160 words, and say in it every special case that the tests ask for.

For now: give back \`number\` twice.
`,
    'hints.md': `A nudge.
---
Half the way.
---
Nearly there.
`,
    'walkthrough.md': `How to think about it, with code. It is shown when the round has been published.
`,
    'tests.yaml': `examples:                       # two to four; everybody sees them
  - { args: [3], returns: 6 }
  - { args: [0], returns: 0, note: twice nothing }   # or note: { en: twice nothing, es: dos veces nada }
hidden:                         # eight or more that catch the usual mistakes: empty, one, negative, ties, boundaries, big
${[1, 2, 5, 7, 10, -1, -20, 1000].map((n) => `  - { args: [${n}], returns: ${2 * n} }`).join('\n')}
`,
    'submissions/accepted/simple.py': `def ${snake}(number):\n    return 2 * number\n`,
    'submissions/accepted/simple.js': `function ${camel}(number) {\n  return 2 * number\n}\n`,
    'submissions/wrong_answer/squares.py': `def ${snake}(number):\n    return number * number\n`,
  }
}
