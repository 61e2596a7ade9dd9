import { afterAll, beforeAll, expect, it } from 'vitest'
import { openJudge, type TestJudge } from './support/open-judge.ts'
import { functionProblem } from './support/problems.ts'

let judge: TestJudge
beforeAll(async () => {
  judge = await openJudge(1)
}, 60_000)
afterAll(() => judge.close())

const evaluate = async (source: string): Promise<string | undefined> => {
  const problem = functionProblem('f', '() -> any', { examples: [{ args: [], returns: 0 }], hidden: [] })
  const judgement = await judge.submit({ problem, source, purpose: 'try' })
  return judgement.runs[0]?.received ?? judgement.runs[0]?.error?.text ?? judgement.error?.text
}

it.each([
  ['collections', 'Counter("hello").most_common(1)', "[('l', 2)]"],
  ['math', 'gcd(12, 18) + comb(5, 2)', '16'],
  ['itertools', 'list(pairwise([1, 2, 3]))', '[(1, 2), (2, 3)]'],
  ['functools', 'reduce(lambda a, b: a * b, [1, 2, 3, 4])', '24'],
  ['re', 'findall(r"\\d+", "a1b22")', "['1', '22']"],
  ['datetime', 'date(2024, 2, 28) + timedelta(days=2)', 'datetime.date(2024, 3, 1)'],
  ['heapq', 'nsmallest(2, [3, 1, 2])', '[1, 2]'],
  ['random', 'Random(7).randint(1, 6) in range(1, 7)', 'True'],
  ['statistics', 'median([1, 3, 2])', '2'],
  ['typing', 'get_origin(List[int])', "<class 'list'>"],
  ['json', 'dumps({"a": [1, None]})', '\'{"a": [1, null]}\''],
  ['decimal', 'Decimal("0.1") + Decimal("0.2") == Decimal("0.3")', 'True'],
  ['fractions', 'str(Fraction(1, 3) + Fraction(1, 6))', "'1/2'"],
  ['string', 'ascii_lowercase[:3]', "'abc'"],
  ['textwrap', 'shorten("Hello world again", 12, placeholder="…")', "'Hello world…'"],
  ['copy', 'deepcopy([[1]])', '[[1]]'],
  ['bisect', 'bisect([1, 2, 3], 2)', '2'],
  ['operator', 'itemgetter(1)([5, 6])', '6'],
  ['array', 'array("i", [1, 2]).tolist()', '[1, 2]'],
  ['calendar', 'isleap(2000)', 'True'],
  ['hashlib', 'md5(b"x").hexdigest()[:6]', "'9dd4e4'"],
  ['zlib', 'decompress(compress(b"x"))', "b'x'"],
])('%s works', async (module, expression, text) => {
  // Everything the module has, and those that it does not put into `*`.
  expect(
    await evaluate(`import ${module}\nglobals().update(vars(${module}))\ndef f():\n    return ${expression}`),
  ).toBe(text)
})

it('has classes, generators, dataclasses, enums, match and Unicode', async () => {
  const source = `
from dataclasses import dataclass, field
from enum import Enum
class Colour(Enum):
    RED = 1
@dataclass(order=True)
class Card:
    value: int
    tags: list[str] = field(default_factory=list)
def numbers():
    yield from range(3)
def f():
    match sorted([Card(2), Card(1)]):
        case [Card(value=1), Card(value=v)]:
            return [v, Colour.RED.name, list(numbers()), "ü€😀"[::-1], f"{3.14159:.2f}"]
`
  expect(await evaluate(source)).toBe("[2, 'RED', [0, 1, 2], '😀€ü', '3.14']")
})

it('runs coroutines with asyncio.run, in waiting as in gathering', async () => {
  const source =
    'import asyncio\nasync def g(n):\n    await asyncio.sleep(0.001 * n)\n    return n\nasync def h():\n    return await asyncio.gather(g(3), g(1), g(2))\ndef f():\n    return asyncio.run(h())'
  expect(await evaluate(source)).toBe('[3, 1, 2]')
})

it('counts sleeping against the time limit', async () => {
  const problem = functionProblem('f', '() -> int', {
    limits: { timeMs: 100 },
    examples: [{ args: [], returns: 1 }],
    hidden: [],
  })
  expect((await judge.python(problem, 'import time\ndef f():\n    time.sleep(3)\n    return 1')).verdict).toBe('TLE')
})

it('draws the same "random" numbers every time a submission is judged', async () => {
  const source = 'import random\ndef f():\n    return [random.random(), hash("x")]'
  expect(await evaluate(source)).toBe(await evaluate(source))
})
