import type { Award } from './awards.ts'
import { compareIds } from './observation.ts'
import type { PlayerOutcome, RoundOutcome } from './outcome.ts'

/** A figure that a replay gives otherwise than it is stored; `null` where there is none. */
export type Difference = {
  round: string
  player: string
  figure: string
  stored: number | null
  replayed: number | null
}

/** Figures of a player's round that others rest on. */
const FIGURES = ['performance', 'level', 'sd', 'mark', 'kappa', 'gain', 'best', 'form'] as const

/** Less than this is a matter of storage, not of the figures. */
const GRAIN = 1e-9

const differs = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) > GRAIN

const figureOf = (outcome: PlayerOutcome | undefined, figure: (typeof FIGURES)[number]): number | null =>
  outcome?.[figure] ?? null

/** What a replay of one round gives otherwise than it is stored, by player; empty when the two agree. */
export const differencesOf = (stored: RoundOutcome, replayed: RoundOutcome): Difference[] => {
  const [before, after] = [new Map(Object.entries(stored.players)), new Map(Object.entries(replayed.players))]
  const players = [...new Set([...before.keys(), ...after.keys()])].toSorted(compareIds)
  return players.flatMap((player) =>
    FIGURES.flatMap((figure): Difference[] => {
      const [was, is] = [figureOf(before.get(player), figure), figureOf(after.get(player), figure)]
      return differs(was, is) ? [{ round: stored.round, player, figure, stored: was, replayed: is }] : []
    }),
  )
}

/** A published award that the figures as they are now would give to others: for the host, who may revoke it. */
export type AwardDifference = { kind: Award['kind']; scope: Award['scope']; added: string[]; dropped: string[] }

type Given = Pick<Award, 'kind' | 'scope'> & { winners: { playerId: string }[] }

export const awardDifferences = (published: Given[], now: Given[]): AwardDifference[] => {
  const keyOf = ({ kind, scope }: Given) => `${scope} ${kind}`
  const byKey = (awards: Given[]) => new Map(awards.map((award) => [keyOf(award), award]))
  const [was, is] = [byKey(published), byKey(now)]
  return [...new Map([...was, ...is])].flatMap(([key, { kind, scope }]): AwardDifference[] => {
    const names = (award: Given | undefined) => award?.winners.map(({ playerId }) => playerId) ?? []
    const [before, after] = [names(was.get(key)), names(is.get(key))]
    const added = after.filter((player) => !before.includes(player))
    const dropped = before.filter((player) => !after.includes(player))
    return added.length + dropped.length === 0 ? [] : [{ kind, scope, added, dropped }]
  })
}
