import { faultsNow } from './faults.ts'
import { forgetDraft, keepDraft, keptDraft, type KeptDraft } from './kept-draft.ts'
import { begin, changed, redone, undone, type History } from './history.ts'
import { sameDraft } from './same-draft.ts'
import { live, type Live } from '../../live.svelte.ts'
import type { ClientRefusal } from '../../refusal.ts'
import type {
  ContributionRow,
  ContributionView,
  PackageFault,
  PuzzleDraft,
} from '../../../server/protocol/contributions.ts'

/**
 * `saved`: the server has it · `typing`: a save comes in a moment · `saving`: it is on its way · `kept`: on this device
 * alone, until the server can be reached.
 */
export type SaveState = 'saved' | 'typing' | 'saving' | 'kept'

const SAVE_AFTER_MS = 900
const TRY_AGAIN_AFTER_MS = 3000
/** What an author may go on writing; what is in the queue or in the bank stays as it was tried. */
const OPEN: ContributionRow['status'][] = ['draft', 'mend', 'returned']

/**
 * One author's work on one puzzle: the draft with its undo history, saved as it grows. Somebody else's save in between
 * (another tab, another host) is not overwritten: `theirs` waits until the author has chosen.
 */
export class PuzzleWork {
  #history: History<PuzzleDraft>
  #row: ContributionRow
  #faults: PackageFault[]
  #allFaults = $derived.by(() => faultsNow(this.#history.present, this.#faults))
  #revision: number
  #saveState = $state.raw<SaveState>('saved')
  #savedAt = $state.raw<number | null>(null)
  #theirs = $state.raw<ContributionView | null>(null)
  #refusal = $state.raw<ClientRefusal | null>(null)
  #sent: PuzzleDraft
  #timer: ReturnType<typeof setTimeout> | undefined
  #underWay: Promise<void> | null = null
  #server: Pick<Live, 'send'>

  constructor(view: ContributionView, server: Pick<Live, 'send'> = live) {
    this.#server = server
    const { draft, faults, revision, ...row } = view
    this.#history = $state.raw(begin(draft))
    this.#row = $state.raw(row)
    this.#faults = $state.raw(faults)
    this.#revision = revision
    this.#sent = draft
    const kept = keptDraft(view.id)
    if (kept !== null) this.#takeUp(kept, view)
  }

  get draft(): PuzzleDraft {
    return this.#history.present
  }
  get row(): ContributionRow {
    return this.#row
  }
  /** What is left to mend, as far as it is known. */
  get faults(): PackageFault[] {
    return this.#allFaults
  }
  get saveState(): SaveState {
    return this.#saveState
  }
  get savedAt(): number | null {
    return this.#savedAt
  }
  /** What somebody else saved meanwhile. */
  get theirs(): ContributionView | null {
    return this.#theirs
  }
  /** Why the last save was refused. */
  get refusal(): ClientRefusal | null {
    return this.#refusal
  }
  get open(): boolean {
    return OPEN.includes(this.#row.status)
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0
  }

  /** Puts another draft in place. `field` names what is being typed into: a burst of typing is one step to undo. */
  change(draft: PuzzleDraft, field: string | null = null): void {
    if (this.open) this.#move(changed(this.#history, draft, field, Date.now()))
  }
  set(part: Partial<PuzzleDraft>, field: string | null = null): void {
    this.change({ ...this.draft, ...part }, field)
  }
  undo(): void {
    if (this.open) this.#move(undone(this.#history))
  }
  redo(): void {
    if (this.open) this.#move(redone(this.#history))
  }

  /** Saves now what has not been saved; answers whether the server has everything. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#underWay) await this.#underWay
    if (this.#saveState === 'saved') return true
    if (this.#theirs) return false
    this.#underWay = this.#send()
    await this.#underWay
    return this.#saved()
  }
  #saved(): boolean {
    return this.#saveState === 'saved'
  }

  /** Status, report and place in the queue as they are now; and whether somebody else saved. */
  async refresh(): Promise<void> {
    const { id } = this.#row
    const answer = await this.#server.send('contribution:read', { contributionId: id })
    // While a save is on its way its own answer says how things stand.
    if (answer.ok && this.#underWay === null) this.#takeView(answer.value.contribution)
  }

  /** After somebody else's save: one's own version stays, theirs is in nobody's way. */
  async keepMine(): Promise<void> {
    if (this.#theirs === null) return
    this.#revision = this.#theirs.revision
    this.#theirs = null
    await this.save()
  }
  /** Theirs takes the place of one's own, which an undo brings back. */
  takeTheirs(): void {
    const theirs = this.#theirs
    if (theirs === null) return
    this.#theirs = null
    this.#revision = theirs.revision
    this.#faults = theirs.faults
    this.#history = changed(this.#history, theirs.draft, null, Date.now())
    this.#rest(theirs.draft)
  }

  /** It is gone: nothing is left to save. */
  abandon(): void {
    clearTimeout(this.#timer)
    this.#saveState = 'saved'
  }

  dispose(): void {
    clearTimeout(this.#timer)
    if (this.#saveState !== 'saved') {
      this.keep()
      void this.save()
    }
  }

  #move(history: History<PuzzleDraft>): void {
    if (history === this.#history) return
    this.#history = history
    this.#saveState = 'typing'
    this.#saveSoon(SAVE_AFTER_MS)
  }

  #saveSoon(inMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.keep()
      void this.save()
    }, inMs)
  }

  async #send(): Promise<void> {
    const draft = this.draft
    this.#saveState = 'saving'
    this.#sent = draft
    const { id } = this.#row
    const answer = await this.#server.send('contribution:save', { contributionId: id, revision: this.#revision, draft })
    this.#underWay = null
    if (answer.ok) {
      this.#revision = answer.value.revision
      this.#faults = answer.value.faults
      this.#refusal = null
      if (this.draft === draft) this.#rest(draft)
      else this.#saveSoon(0)
      return
    }
    this.#saveState = 'kept'
    this.keep()
    if (answer.refusal.code === 'unreachable') this.#saveSoon(TRY_AGAIN_AFTER_MS)
    else if (answer.refusal.code === 'changed-meanwhile') await this.refresh()
    else this.#refusal = answer.refusal
  }

  #takeView(view: ContributionView): void {
    const { draft, faults, revision, ...row } = view
    this.#row = row
    if (revision === this.#revision) {
      this.#faults = faults
      return
    }
    // The answer to one's own save may have been lost on its way.
    if (sameDraft(draft, this.#sent) || sameDraft(draft, this.draft)) {
      this.#revision = revision
      this.#faults = faults
      if (sameDraft(draft, this.draft)) this.#rest(this.draft)
      else this.#saveSoon(0)
      return
    }
    this.#theirs = view
  }

  /** What a page before this one could not save. */
  #takeUp(kept: KeptDraft, view: ContributionView): void {
    if (sameDraft(kept.draft, view.draft) || !OPEN.includes(view.status)) {
      forgetDraft(view.id)
      return
    }
    this.#history = changed(this.#history, kept.draft, null, Date.now())
    this.#saveState = 'kept'
    if (kept.revision === view.revision) this.#saveSoon(0)
    else this.#theirs = view
  }

  #rest(draft: PuzzleDraft): void {
    clearTimeout(this.#timer)
    this.#sent = draft
    this.#saveState = 'saved'
    this.#savedAt = Date.now()
    forgetDraft(this.#row.id)
  }

  /** Writes what the server has not got to the device: the page may be closed next. */
  keep(): void {
    if (this.#saveState === 'saved') return
    keepDraft(this.#row.id, { draft: this.draft, revision: this.#revision, at: Date.now() })
  }
}
