import type { PuzzleDraft } from '../../../server/protocol/contributions.ts'

/** Whether two drafts say the same, in whatever order their keys stand. */
export const sameDraft = (a: PuzzleDraft, b: PuzzleDraft): boolean => a === b || ordered(a) === ordered(b)

const ordered = (draft: PuzzleDraft): string =>
  JSON.stringify(draft, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
