import type { ProblemId } from './ids.ts'
import type { Language } from './judgement.ts'
import type { ParsonsView } from './parsons.ts'

/** A puzzle as a list has it: the whole of a bank is half a megabyte. */
export type ProblemOutline = Pick<ProblemView, 'id' | 'name' | 'level' | 'minutes' | 'topics'>

/** A puzzle as a player sees it: nothing of the hidden tests. */
export type ProblemView = {
  id: ProblemId
  name: string
  level: number
  minutes: number
  topics: string[]
  kind: 'function' | 'script' | 'parsons'
  /** Examples are input and output, not a call and what it returns. */
  script: boolean
  languages: Language[]
  /** Markdown, in the asked locale or English. */
  statement: string
  /** `is_leap_year(year: int) -> bool`, as each language writes it. */
  signatures: Partial<Record<Language, string>>
  examples: { call: Partial<Record<Language, string>>; expected: Partial<Record<Language, string>>; note?: string }[]
  skeletons: Partial<Record<Language, string>>
  /** For `kind: parsons`. */
  parsons?: Partial<Record<Language, ParsonsView>>
  hintCount: number
  /** After publishing only. */
  walkthrough?: string
  solutions?: Partial<Record<Language, string>>
}
