import { describe, expect, it } from 'vitest'
import { Outbox, type Sent } from '../../client/outbox.svelte.ts'
import type { Held, Shelf } from '../../client/shelf.ts'
import { unreachable } from '../../client/refusal.ts'
import { refusal } from '../../server/protocol/refusals.ts'
import type { PlayerId, ProblemId, RoundId, SubmissionId } from '../../server/protocol/ids.ts'

const ada = 'player-ada' as PlayerId
const ben = 'player-ben' as PlayerId

const submission = (id: string, playerId = ada, heldAt = 0): Held => ({
  id: id as SubmissionId,
  playerId,
  roundId: 'round-0001' as RoundId,
  problemId: 'leap-year' as ProblemId,
  language: 'python',
  source: `# ${id}`,
  pasted: false,
  heldAt,
})

/** What a device keeps, whoever opens the page. */
function shelf(): Shelf & { kept: Map<string, Held> } {
  const kept = new Map<string, Held>()
  return {
    kept,
    put: async (held) => void kept.set(held.id, held),
    remove: async (id) => void kept.delete(id),
    all: async () => [...kept.values()],
  }
}
const taken = (held: Held): Sent => ({ ok: true, value: { id: held.id, receivedAt: 1, judgement: null } })
const lost = (): Sent => ({ ok: false, refusal: unreachable })
const patient = { againAfterMs: 1_000_000 }

describe('the outbox', () => {
  it('forgets a submission only when the server has answered for it', async () => {
    const device = shelf()
    let answer!: (sent: Sent) => void
    const outbox = new Outbox(device, () => new Promise((resolve) => (answer = resolve)), patient)
    const one = submission('submission-1')
    const sent = outbox.submit(one)
    await Promise.resolve()
    expect(device.kept.has(one.id)).toBe(true)
    expect(outbox.held).toEqual([one])
    answer(taken(one))
    await sent
    await Promise.resolve()
    expect(outbox.held).toEqual([])
    expect(device.kept.size).toBe(0)
  })

  it('keeps what did not arrive, and sends it with the next connection under the same id', async () => {
    const device = shelf()
    const ids: string[] = []
    let online = false
    const outbox = new Outbox(device, async (held) => (ids.push(held.id), online ? taken(held) : lost()), patient)
    expect(await outbox.submit(submission('submission-1'))).toEqual(lost())
    expect(device.kept.size).toBe(1)
    online = true
    await outbox.flush(ada)
    expect(ids).toEqual(['submission-1', 'submission-1'])
    expect(device.kept.size).toBe(0)
  })

  it('finds after a reload what the page before it held, oldest first', async () => {
    const device = shelf()
    const offline = new Outbox(device, async () => lost(), patient)
    await offline.submit(submission('submission-2', ada, 20))
    await offline.submit(submission('submission-1', ada, 10))
    const order: string[] = []
    const reloaded = new Outbox(device, async (held) => (order.push(held.id), taken(held)), patient)
    await reloaded.flush(ada)
    expect(order).toEqual(['submission-1', 'submission-2'])
  })

  it('never sends another player’s submission from a shared laptop', async () => {
    const device = shelf()
    await new Outbox(device, async () => lost(), patient).submit(submission('submission-1', ben))
    const sent: string[] = []
    const outbox = new Outbox(device, async (held) => (sent.push(held.id), taken(held)), patient)
    await outbox.flush(ada)
    expect(sent).toEqual([])
    expect(device.kept.has('submission-1')).toBe(true)
  })

  it('lets go of what the server refused for good, and says why', async () => {
    const device = shelf()
    const closed: Sent = { ok: false, refusal: refusal('round-closed') }
    const outbox = new Outbox(device, async () => closed, patient)
    const heard: Sent[] = []
    outbox.onAnswer((_held, sent) => heard.push(sent))
    await outbox.submit(submission('submission-1'))
    await Promise.resolve()
    expect(heard).toEqual([closed])
    expect(device.kept.size).toBe(0)
  })

  it('keeps what a busy server could not take yet', async () => {
    const device = shelf()
    const outbox = new Outbox(device, async () => ({ ok: false, refusal: refusal('server-busy') }), patient)
    await outbox.submit(submission('submission-1'))
    expect(outbox.held).toHaveLength(1)
  })

  it('sends a submission once when two connections come at the same moment', async () => {
    const device = shelf()
    device.kept.set('submission-1', submission('submission-1'))
    let sends = 0
    const outbox = new Outbox(device, async (held) => (sends++, taken(held)), patient)
    await Promise.all([outbox.flush(ada), outbox.flush(ada)])
    expect(sends).toBe(1)
  })
})
