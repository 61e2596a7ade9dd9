import { untrack } from 'svelte'
import { locale } from '../../i18n.svelte.ts'
import { live } from '../../live.svelte.ts'
import type { ProblemView } from '../../../server/protocol/problem.ts'
import type { WalkThrough } from '../../../server/protocol/walk-through.ts'

/** The puzzle that a walk-through is at, fetched by round and language; null until it is there. */
export function puzzleOnShow(on: () => WalkThrough | null): { readonly now: ProblemView | null } {
  let problems = $state.raw<ProblemView[]>([])
  const roundId = $derived(on()?.roundId)
  $effect(() => {
    const asked = locale()
    const wanted = roundId
    if (wanted === undefined || live.connection !== 'connected') return
    untrack(() => {
      void live.send('round:problems', { roundId: wanted, locale: asked }).then((answer) => {
        if (answer.ok && wanted === roundId && asked === locale()) problems = answer.value.problems
      })
    })
  })
  return {
    get now() {
      const id = on()?.problemId
      return problems.find((problem) => problem.id === id) ?? null
    },
  }
}
