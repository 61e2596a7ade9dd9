import { Desk } from './desk.svelte.ts'
import { live } from './live.svelte.ts'
import type { RoundId } from '../server/protocol/ids.ts'
import type { ProblemView } from '../server/protocol/problem.ts'

/** A desk for a host who looks at a round as a player would: what is written lasts as long as the page. */
export function previewDesk(problem: ProblemView, roundId: RoundId): Desk {
  const written: Record<string, string> = {}
  return new Desk(problem, roundId, null, {
    drafts: {
      read: ({ language }) => written[language],
      write: ({ language }, source) => {
        written[language] = source
      },
      state: () => 'untouched',
      lastLanguage: () => undefined,
      onElsewhere: () => () => undefined,
    },
    submit: ({ language, source }) => live.send('preview:submit', { problemId: problem.id, language, source }),
  })
}
