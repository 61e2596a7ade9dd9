import { beforeAll, describe, expect, it } from 'vitest'
import { openInterpreters, type Interpreter } from '../../server/judge/languages/python/interpreter.ts'
import { createJudge } from '../../server/judge/judge.ts'
import { attacks } from '../attacks/support.ts'
import { JUDGE_CACHE } from '../support/judge-cache.ts'

const MEMORY_MB = 64
const OUTPUT_BYTES = 65_536
const STEP_MS = 150

// The rewind puts back what the interpreter's writes have marked. Here everything is compared.
describe('after a rewind all of linear memory is what the image says', () => {
  let interpreter: Interpreter
  let open: () => Interpreter

  beforeAll(async () => {
    await (await createJudge({ workers: 1, cacheDir: JUDGE_CACHE })).close()
    const interpreters = openInterpreters(JUDGE_CACHE)
    open = interpreters.open
    interpreter = open()
  })

  const leaves = (run: () => void): number[] => {
    interpreter.limit(MEMORY_MB, OUTPUT_BYTES)
    run()
    const asGoodAsNew = interpreter.rewind()
    const left = interpreter.differences()
    if (!asGoodAsNew) {
      interpreter.release()
      interpreter = open()
    }
    return left
  }

  it.each([
    ['numbers', 'x = [2 ** i for i in range(2000)]\ndef f(n):\n    return sum(x) % n'],
    ['texts', 'def f(n):\n    return "".join(chr(200 + i) * n for i in range(3000))'],
    [
      'classes',
      'class A:\n    def __init__(self, n):\n        self.n = n\ndef f(n):\n    return [A(i).n for i in range(n)]',
    ],
    ['deep recursion', 'def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)'],
    ['an error', 'def f(n):\n    raise ValueError("no" * n)'],
    ['a sort', 'def f(n):\n    return sorted([(i * 7919) % 10007 for i in range(9000)])[n]'],
    ['modules', 'import decimal, fractions, statistics, dataclasses, enum, asyncio\ndef f(n):\n    return n'],
    ['files', 'def f(n):\n    open("/tmp/a", "w").write("x" * 9000)\n    return open("/tmp/a").read()[:n]'],
    ['random bytes', 'import os\ndef f(n):\n    return len(os.urandom(20000))'],
    ['the clock', 'import time\ndef f(n):\n    return [time.localtime().tm_year > 0, time.time() > 0, n]'],
    ['a large result', 'def f(n):\n    return list(range(40000))'],
    ['much memory', 'def f(n):\n    return len(bytearray(30 << 20))'],
    ['more memory than there is', 'def f(n):\n    return len(bytearray(300 << 20))'],
    ['no end', 'def f(n):\n    while True:\n        n = [n]'],
  ])('%s', (_, source) => {
    const left = leaves(() => {
      interpreter.step(['load', source, 'solution'], STEP_MS)
      interpreter.steps(
        [
          ['call', 'f', '[5]', null, true],
          ['call', 'f', '[900]', null, false],
        ],
        STEP_MS,
      )
    })
    expect(left).toEqual([])
  })

  it('scripts that read', () => {
    const left = leaves(() => {
      interpreter.input('5\n'.repeat(2000))
      interpreter.step(['load', 'print(sum(int(input()) for _ in range(2000)))', '__main__'], STEP_MS)
    })
    expect(left).toEqual([])
  })

  it.each(attacks.filter(({ language }) => language === 'python').map(({ name, source }) => [name, source]))(
    '%s',
    (_, source) => {
      const left = leaves(() => {
        interpreter.step(['load', source, 'solution'], STEP_MS)
        interpreter.step(['call', 'answer', '[1]', null, true], STEP_MS)
      })
      expect(left).toEqual([])
    },
  )
})
