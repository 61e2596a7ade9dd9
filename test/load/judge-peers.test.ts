import { afterAll, describe, expect, it } from 'vitest'
import { asFiles, findPeers } from './judge-peers.ts'

// A peer that gave up early would look fast.
const { python, node } = findPeers()
const programs = {
  py: asFiles(['print(sum(range(10)))', 'print(sum(range(10)))\nraise ValueError'], 'py'),
  cjs: asFiles(['console.log(1 + 1)', 'console.log(1 + 1)\nthrow new Error()'], 'cjs'),
}

afterAll(() => {
  for (const peer of python) peer.close()
  for (const { remove } of Object.values(programs)) remove()
})

describe.each([...python.map((peer) => ({ peer, ...programs.py })), { peer: node, ...programs.cjs }])(
  'a program in $peer.name',
  ({ peer, files }) => {
    it('comes to its end', () => expect(peer.run(files[0]!)).toBe(true))
    it('is seen to fail when its last line does', () => expect(peer.run(files[1]!)).toBe(false))
  },
)
