import { newId, remember, remembered } from './device.ts'
import { drafts, type DraftKey, type DraftState } from './drafts.svelte.ts'
import { live } from './live.svelte.ts'
import { outbox } from './outbox.svelte.ts'
import type { Held } from './shelf.ts'
import type { ClientRefusal } from './refusal.ts'
import type { PlayerId, RoundId, SubmissionId } from '../server/protocol/ids.ts'
import type { Judgement, Language } from '../server/protocol/judgement.ts'
import type { Result } from '../server/protocol/result.ts'
import type { ProblemView } from '../server/protocol/problem.ts'

/** `held`: kept on the device until there is a network. `received`: with the server, being judged. */
export type DeskResult =
  | { state: 'judged'; as: 'try' | 'submit'; judgement: Judgement }
  | { state: 'sending' | 'held' | 'received'; id: SubmissionId }
  | { state: 'refused'; refusal: ClientRefusal }

/** What a workbench needs of a desk: one of a puzzle that is not in the bank yet is made otherwise. */
export type WorkDesk = Pick<Desk, keyof Desk>

/** Where code is kept while it is written. */
type Keeping = Pick<typeof drafts, 'read' | 'write' | 'state' | 'lastLanguage' | 'onElsewhere'>
/** A host who looks at a round as a player would: `submit` judges and keeps nothing, and neither does `drafts`. */
export type Preview = {
  drafts: Keeping
  submit(desk: Desk): Promise<Result<{ judgement: Judgement }, ClientRefusal>>
}

const PASTE_OF_NOTE = 40
/** An answer usually takes a few milliseconds; after this the player is told that it is kept, and goes on. */
const HELD_AFTER_MS = 2500

/** A player's work on one puzzle: the code in each language, what is under way, what came out of it. */
export class Desk {
  readonly roundId: RoundId | null
  readonly playerId: PlayerId | null
  #preview: Preview | null
  #drafts: Keeping
  #problem: ProblemView
  #language = $state.raw<Language>('python')
  #source = $state.raw('')
  #busy = $state.raw<'try' | 'submit' | null>(null)
  #result = $state.raw<DeskResult | null>(null)
  /** Verdicts that came while somebody was waiting for them: not those of before a reload. */
  #verdicts = $state.raw(0)
  ownCalls = $state<string[]>([])
  #heldSource = ''
  /** Tries and submissions begun: an answer to an older one is not shown over a newer one. */
  #runs = 0
  /** The largest piece that arrived in one paste, by language. */
  #largestPaste: Partial<Record<Language, number>> = {}
  #stop: (() => void)[]

  constructor(
    problem: ProblemView,
    roundId: RoundId | null,
    playerId: PlayerId | null,
    preview: Preview | null = null,
  ) {
    this.#preview = preview
    this.#drafts = preview?.drafts ?? drafts
    this.#problem = $state.raw(problem)
    this.roundId = roundId
    this.playerId = playerId
    const begun = this.#drafts.lastLanguage(this.#key('python'), problem.languages)
    const usual = problem.languages.find((language) => language === remembered('language'))
    this.#open(begun ?? usual ?? problem.languages[0] ?? 'python')
    this.#stop = [
      this.#drafts.onElsewhere(() => {
        this.#source = this.#drafts.read(this.#key(this.#language)) ?? this.#source
      }),
      live.onJudged(({ submissionId, judgement }) => this.#judged(submissionId, judgement)),
      outbox.onAnswer((held, sent) => {
        if (held.problemId !== this.problem.id || held.roundId !== this.roundId) return
        // One that a page before this one held is awaited, too, unless something newer is.
        if (!this.#awaits(held.id) && this.#busy !== null) return
        if (!sent.ok) {
          this.#busy = null
          this.#result = { state: 'refused', refusal: sent.refusal }
        } else if (sent.value.judgement) this.#judged(held.id, sent.value.judgement)
        else this.#result = { state: 'received', id: held.id }
      }),
    ]
  }

  get problem(): ProblemView {
    return this.#problem
  }
  get language(): Language {
    return this.#language
  }
  get documentId(): string {
    return `${this.roundId}/${this.problem.id}/${this.#language}`
  }
  get source(): string {
    return this.#source
  }
  get busy(): 'try' | 'submit' | null {
    return this.#busy
  }
  get result(): DeskResult | null {
    return this.#result
  }
  get verdicts(): number {
    return this.#verdicts
  }
  get draftState(): DraftState {
    return this.#drafts.state(this.#key(this.#language))
  }
  /** What the editor began with. */
  get skeleton(): string {
    return this.problem.skeletons[this.#language] ?? ''
  }

  /** The same puzzle in other words: the page's language was switched. */
  reword(problem: ProblemView): void {
    if (problem.id === this.#problem.id) this.#problem = problem
  }

  /** Each language has a draft of its own. */
  switchTo(language: Language): void {
    remember('language', language)
    this.#open(language)
  }

  write(source: string): void {
    if (source === this.#source) return
    this.#source = source
    this.#drafts.write(this.#key(this.#language), source)
  }

  notePaste(length: number): void {
    this.#largestPaste[this.#language] = Math.max(length, this.#largestPaste[this.#language] ?? 0)
  }

  /** Runs the examples and the player's own calls; counts for nothing. */
  async tryIt(): Promise<void> {
    if (this.#busy) return
    const asked = live.send('code:try', {
      problemId: this.problem.id,
      ...(this.roundId ? { roundId: this.roundId } : {}),
      language: this.#language,
      source: this.#source,
      ownCalls: this.ownCalls.map((call) => call.trim()).filter(Boolean),
    })
    await this.#judge('try', asked)
  }

  async #judge(as: 'try' | 'submit', asked: ReturnType<Preview['submit']>): Promise<void> {
    this.#busy = as
    const running = ++this.#runs
    const answer = await asked
    // Handed in meanwhile: that answer is the one that is waited for.
    if (this.#runs !== running) return
    this.#busy = null
    this.#result = answer.ok
      ? { state: 'judged', as, judgement: answer.value.judgement }
      : { state: 'refused', refusal: answer.refusal }
    if (answer.ok) this.#verdicts++
  }

  /** Hands it in. It is kept on the device until the server has it, so no network is no loss. */
  async submit(): Promise<void> {
    if (this.#busy === 'submit') return
    if (this.#preview) return this.#judge('submit', this.#preview.submit(this))
    if (!this.roundId || !this.playerId) return
    // The same code is on its way already.
    if (this.#result?.state === 'held' && this.#heldSource === this.#source) return
    const held: Held = {
      id: newId() as SubmissionId,
      playerId: this.playerId,
      roundId: this.roundId,
      problemId: this.problem.id,
      language: this.#language,
      source: this.#source,
      pasted: this.#mostlyPasted(),
      heldAt: live.now(),
    }
    this.#heldSource = held.source
    this.#busy = 'submit'
    this.#runs++
    this.#result = { state: 'sending', id: held.id }
    const letGo = (): void => {
      if (this.#result?.state !== 'sending' || this.#result.id !== held.id) return
      this.#busy = null
      this.#result = { state: 'held', id: held.id }
    }
    const timer = setTimeout(letGo, live.connection === 'connected' ? HELD_AFTER_MS : 0)
    const sent = await outbox.submit(held)
    clearTimeout(timer)
    if (!sent.ok) letGo()
  }

  dispose(): void {
    for (const stop of this.#stop) stop()
  }

  #awaits(id: SubmissionId): boolean {
    const result = this.#result
    return result !== null && 'id' in result && result.id === id
  }

  #judged(id: SubmissionId, judgement: Judgement): void {
    if (!this.#awaits(id)) return
    this.#busy = null
    this.#result = { state: 'judged', as: 'submit', judgement }
    this.#verdicts++
  }

  /** A judgement that came with the whole view, after a reload or a lost message. */
  noteSubmissions(submissions: { id: SubmissionId; judgement: Judgement | null }[]): void {
    for (const { id, judgement } of submissions) {
      if (judgement && this.#awaits(id)) this.#judged(id, judgement)
    }
    const last = submissions.at(-1)
    if (this.#result !== null || last === undefined) return
    this.#result = last.judgement
      ? { state: 'judged', as: 'submit', judgement: last.judgement }
      : { state: 'received', id: last.id }
  }

  #open(language: Language): void {
    this.#language = language
    this.#source = this.#drafts.read(this.#key(language)) ?? this.skeleton
  }

  #key(language: Language): DraftKey {
    return { playerId: this.playerId ?? 'nobody', roundId: this.roundId, problemId: this.problem.id, language }
  }

  #mostlyPasted(): boolean {
    const largest = this.#largestPaste[this.#language] ?? 0
    return largest >= PASTE_OF_NOTE && largest > this.#source.length / 2
  }
}
