import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forget, rememberedNames } from '../../../client/device.ts'
import { newDraft } from '../../../client/components/puzzle/new-draft.ts'
import { PuzzleWork } from '../../../client/components/puzzle/work.svelte.ts'
import type { Live } from '../../../client/live.svelte.ts'
import { unreachable, type ClientRefusal } from '../../../client/refusal.ts'
import type { ContributionStatus, ContributionView, PuzzleDraft } from '../../../server/protocol/contributions.ts'
import type { ContributionId } from '../../../server/protocol/ids.ts'

const id = 'contribution1' as ContributionId
const changedMeanwhile: ClientRefusal = { code: 'changed-meanwhile', message: '' }

/** What the server does with saves, with a network that can be cut. */
class Shelf {
  draft: PuzzleDraft = newDraft('Leap year', 'function', 'Ada')
  revision = 1
  status: ContributionStatus = 'draft'
  saves = 0
  reachable = true
  /** The next answer is lost on its way. */
  losesAnswer = false

  get view(): ContributionView {
    const { draft, revision, status } = this
    const row = { id, problemId: draft.problemId, name: draft.name, level: 1, status, since: 0, authorName: 'Ada' }
    const rest = {
      mine: true,
      mends: false,
      ahead: 0,
      rounds: { ahead: 0, all: 0 },
      reason: null,
      leftOut: null,
      report: null,
    }
    return { ...row, ...rest, draft: structuredClone(draft), revision, faults: [] }
  }
  /** Somebody else writes. */
  elsewhere(name: string): void {
    this.draft = { ...this.draft, name }
    this.revision++
  }
  send = (async (command: string, payload: { revision?: number; draft?: PuzzleDraft }) => {
    await Promise.resolve()
    if (!this.reachable) return { ok: false, refusal: unreachable }
    if (command === 'contribution:read') return { ok: true, value: { contribution: this.view } }
    if (payload.revision !== this.revision) return { ok: false, refusal: changedMeanwhile }
    this.draft = structuredClone(payload.draft!)
    this.revision++
    this.saves++
    if (this.losesAnswer) {
      this.losesAnswer = false
      return { ok: false, refusal: unreachable }
    }
    return { ok: true, value: { contributionId: id, revision: this.revision, faults: [] } }
  }) as Live['send']
}

let shelf: Shelf
const open = (): PuzzleWork => new PuzzleWork(shelf.view, shelf)
const soon = (): Promise<unknown> => vi.advanceTimersByTimeAsync(10_000)

describe('work on a puzzle', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    shelf = new Shelf()
  })
  afterEach(() => {
    vi.useRealTimers()
    for (const name of rememberedNames('puzzle.')) forget(name)
  })

  it('is saved a moment after the last key, once', async () => {
    const work = open()
    for (const name of ['L', 'Le', 'Lea']) work.set({ name }, 'name')
    expect(work.saveState).toBe('typing')
    await soon()
    expect(work.saveState).toBe('saved')
    expect(shelf).toMatchObject({ saves: 1, draft: { name: 'Lea' } })
  })
  it('takes what was written during a save along with the next', async () => {
    const work = open()
    work.set({ name: 'One' })
    const saving = work.save()
    work.set({ name: 'Two' })
    await saving
    await soon()
    expect(shelf.draft.name).toBe('Two')
    expect(work.saveState).toBe('saved')
  })
  it('is kept on the device while the server cannot be reached, and saved when it can', async () => {
    const work = open()
    shelf.reachable = false
    work.set({ name: 'On the train' })
    await soon()
    expect(work.saveState).toBe('kept')
    shelf.reachable = true
    await soon()
    expect(work.saveState).toBe('saved')
    expect(shelf.draft.name).toBe('On the train')
    expect(rememberedNames('puzzle.')).toEqual([])
  })
  it('survives a reload without a network', async () => {
    shelf.reachable = false
    const before = open()
    before.set({ name: 'Closed in a hurry' })
    before.keep()
    // The page is gone, and its timers with it.
    before.abandon()
    shelf.reachable = true
    const after = open()
    expect(after.draft.name).toBe('Closed in a hurry')
    await soon()
    expect(shelf.draft.name).toBe('Closed in a hurry')
    after.undo()
    expect(after.draft.name).toBe('Leap year')
  })
  it('notices that a save arrived whose answer was lost', async () => {
    const work = open()
    shelf.losesAnswer = true
    work.set({ name: 'Sent once' })
    await soon()
    expect(work.theirs).toBeNull()
    expect(work.saveState).toBe('saved')
    work.set({ name: 'And again' })
    await soon()
    expect(shelf.draft.name).toBe('And again')
  })

  it("overwrites nobody else's change: the author chooses, and nothing is lost", async () => {
    const work = open()
    shelf.elsewhere('Theirs')
    work.set({ name: 'Mine' })
    await soon()
    expect(shelf.draft.name).toBe('Theirs')
    expect(work.theirs?.draft.name).toBe('Theirs')
    work.takeTheirs()
    expect(work.draft.name).toBe('Theirs')
    work.undo()
    await soon()
    expect(shelf.draft.name).toBe('Mine')
  })
  it("can stay one's own in the face of another change", async () => {
    const work = open()
    shelf.elsewhere('Theirs')
    work.set({ name: 'Mine' })
    await soon()
    await work.keepMine()
    expect(work.theirs).toBeNull()
    expect(shelf.draft.name).toBe('Mine')
  })
  it('stays as it is while it is in the queue', async () => {
    shelf.status = 'waiting'
    const work = open()
    work.set({ name: 'Changed' })
    expect(work.draft.name).toBe('Leap year')
    shelf.status = 'draft'
    await work.refresh()
    work.set({ name: 'Changed' })
    expect(work.draft.name).toBe('Changed')
    work.abandon()
  })
})
