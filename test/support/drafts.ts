import type { DraftTest, PuzzleDraft } from '../../server/protocol/contributions.ts'

export const aTest = (arg: string, expected: string): DraftTest => ({ args: [arg], expected, note: '', notes: {} })

/** A puzzle of somebody's own that is right in everything, and like none of the bank: how many fence posts a row of gardens needs. */
export const aPuzzle = (is: Partial<PuzzleDraft> = {}): PuzzleDraft => ({
  problemId: 'fence-posts',
  name: 'Fence posts',
  names: { es: 'Postes' },
  level: 1,
  minutes: 4,
  topics: ['arithmetic'],
  languages: ['python', 'javascript', 'typescript'],
  kind: 'function',
  function: { name: 'fence_posts', params: [{ name: 'gardens', type: 'int' }], returns: 'int' },
  limits: { timeMs: 1000, memoryMb: 128, outputKb: 64 },
  checker: 'exact',
  author: 'A host',
  licence: 'CC-BY-4.0',
  statement: {
    en: 'Each of the `gardens` in a row takes seven metres of fence, and a post every metre. The row ends in a post.',
  },
  hints: { en: ['How many posts has one garden?'] },
  walkthrough: { en: 'Seven posts for each garden, and one more at the end. Without a garden there is no post.' },
  examples: [aTest('1', '8'), aTest('2', '15')],
  hidden: [
    ...[3, 4, 5, 6, 10, 20, 1000].map((n) => aTest(String(n), String(7 * n + 1))),
    ...[aTest('0', '0'), aTest('9007199254740993', '63050394783186952')],
  ],
  skeletons: {},
  submissions: [
    {
      ...{ folder: 'accepted', file: 'simple.py', language: 'python' },
      source: 'def fence_posts(gardens):\n    if gardens == 0:\n        return 0\n    return gardens * 7 + 1\n',
    },
    {
      ...{ folder: 'accepted', file: 'simple.js', language: 'javascript' },
      source: 'function fencePosts(gardens) {\n  if (gardens == 0) return 0\n  return BigInt(gardens) * 7n + 1n\n}\n',
    },
    {
      ...{ folder: 'wrong_answer', file: 'forgets-the-end.py', language: 'python' },
      source: 'def fence_posts(gardens):\n    return gardens * 7\n',
    },
  ],
  parsons: {},
  ...is,
})
