import type { WorkDesk, DeskResult } from '../../../desk.svelte.ts'
import { live } from '../../../live.svelte.ts'
import { EXTENSION } from '../languages.ts'
import type { PuzzleDraft } from '../../../../server/protocol/contributions.ts'
import type { Language } from '../../../../server/protocol/judgement.ts'
import type { ProblemView } from '../../../../server/protocol/problem.ts'

/** A player's desk for a puzzle that is still being written: Try runs its examples, and nothing is kept. */
export class TrialDesk implements WorkDesk {
  readonly roundId = null
  readonly playerId = null
  readonly problem: ProblemView
  readonly draftState = 'untouched'
  ownCalls: string[] = []
  #draft: PuzzleDraft
  #language = $state.raw<Language>('python')
  #sources = $state.raw<Partial<Record<Language, string>>>({})
  #busy = $state.raw<'try' | null>(null)
  #result = $state.raw<DeskResult | null>(null)
  #verdicts = $state.raw(0)

  constructor(problem: ProblemView, draft: PuzzleDraft) {
    this.problem = problem
    this.#draft = draft
    this.#language = problem.languages[0] ?? 'python'
  }

  get documentId(): string {
    return `trial/${this.problem.id}/${this.#language}`
  }
  get language(): Language {
    return this.#language
  }
  get source(): string {
    return this.#sources[this.#language] ?? this.skeleton
  }
  get busy(): 'try' | null {
    return this.#busy
  }
  get result(): DeskResult | null {
    return this.#result
  }
  get verdicts(): number {
    return this.#verdicts
  }
  get skeleton(): string {
    return this.problem.skeletons[this.#language] ?? ''
  }

  reword(): void {}
  switchTo(language: Language): void {
    this.#language = language
    this.#result = null
  }
  write(source: string): void {
    this.#sources = { ...this.#sources, [this.#language]: source }
  }
  notePaste(): void {}

  async tryIt(): Promise<void> {
    if (this.#busy) return
    this.#busy = 'try'
    const language = this.#language
    const own = { folder: 'accepted', file: `try.${EXTENSION[language]}`, language, source: this.source } as const
    const draft = { ...this.#draft, hidden: [], submissions: [own] }
    const answer = await live.send('contribution:judge', { draft, submission: 0 })
    this.#busy = null
    if (answer.ok) this.#verdicts++
    this.#result = answer.ok
      ? { state: 'judged', as: 'try', judgement: answer.value.judgement }
      : { state: 'refused', refusal: answer.refusal }
  }
  async submit(): Promise<void> {}
  noteSubmissions(): void {}
  dispose(): void {}
}
