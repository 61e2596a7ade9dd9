import { describe, expect, it } from 'vitest'
import {
  judgeState,
  networkState,
  phoneState,
  reachOf,
  wallState,
} from '../../client/components/host/rehearsal/findings.ts'
import type { ProblemId } from '../../server/protocol/ids.ts'

const projector = { width: 1920, height: 1080, zoom: 1, fullScreen: true }
const visit = { at: 0, roundTripMs: 9, width: 360, byJoinAddress: true }
const judged = { language: 'python', problemId: 'hello' as ProblemId, verdict: 'AC', tookMs: 12 } as const

describe('what a rehearsal finds', () => {
  it.each([
    ['http://localhost:3000', 'this-machine'],
    ['http://127.0.0.1:3000', 'this-machine'],
    ['http://192.168.1.20:3000', 'network'],
    ['http://172.20.0.4', 'network'],
    ['http://club.local:3000', 'network'],
    ['https://outdo.example', 'anywhere'],
  ])('%s is reached from %s', (url, reach) => expect(reachOf(url)).toBe(reach))

  it('an address that nobody else reaches is to be mended, however quick it is', () => {
    expect(networkState('this-machine', 1)).toBe('mend')
    expect(networkState('network', null)).toBe('waiting')
    expect(networkState('network', 12)).toBe('good')
    expect(networkState('network', 900)).toBe('mend')
  })
  it('only a phone by the address on the wall shows that phones get here', () => {
    expect(phoneState([])).toBe('waiting')
    expect(phoneState([{ ...visit, byJoinAddress: false }])).toBe('mend')
    expect(phoneState([{ ...visit, byJoinAddress: false }, visit])).toBe('good')
  })
  it('a wall is good when somebody in the last row says so', () => {
    expect(wallState([], 'all')).toBe('waiting')
    expect(wallState([projector], null)).toBe('waiting')
    expect(wallState([projector], 'two')).toBe('good')
    expect(wallState([projector], 'one')).toBe('mend')
    expect(wallState([{ ...projector, width: 700 }], 'all')).toBe('mend')
  })
  it('a judge is good when honest solutions pass, soon', () => {
    expect(judgeState(null)).toBe('waiting')
    expect(judgeState([])).toBe('mend')
    expect(judgeState([judged])).toBe('good')
    expect(judgeState([judged, { ...judged, verdict: 'JE' }])).toBe('mend')
    expect(judgeState([{ ...judged, tookMs: 9000 }])).toBe('mend')
  })
})
