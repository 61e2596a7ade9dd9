import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createBadges, type Badges } from '../../server/badges/badges.ts'
import { signBadgesNow } from '../../server/live/badges/sign.ts'
import { systemClock } from '../../server/live/clock.ts'
import { createDirector } from '../../server/live/director.ts'
import type { PlayerId } from '../../server/protocol/ids.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { aHostAchievement, anEffect, aPlayer, aTournament, EVENING, inserts } from '../store/rows.ts'

/** Times in milliseconds. `ok` where every limit is kept. */
export type BadgeFigures = {
  ok: boolean
  badges: number
  /** Signed and on disk. */
  signedAndStoredMs: number
  /** Baked into PNG, the picture itself drawn before. */
  bakedMs: number
  limitMs: number
  /** The longest time for which nothing else had its turn: what a verdict may have waited. */
  longestHoldMs: number
  holdLimitMs: number
  /** The first of a picture: the thread starts and draws. */
  firstPictureMs: number
}

const COUNT = 500
const LIMIT_MS = 2000
const HOLD_LIMIT_MS = 100

/** Five hundred badges of one round, as the effect gives them, on a database on disk. */
export async function benchBadges(): Promise<BadgeFigures> {
  const directory = await mkdtemp(join(tmpdir(), 'outdo-bench-'))
  const opened = openStore({ file: join(directory, 'outdo.db') })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const store = opened.value
  const badges = await createBadges(store, Date.now())
  try {
    return await measure(store, badges)
  } finally {
    await badges.close()
    await store.close()
    await rm(directory, { recursive: true, force: true })
  }
}

async function measure(store: SqliteStore, badges: Badges): Promise<BadgeFigures> {
  const playerIds = Array.from({ length: COUNT }, (_, index) => `player-${String(index).padStart(5, '0')}` as PlayerId)
  const players = playerIds.map((id) => aPlayer({ id, userId: `user of ${id}` }))
  const [achievement, payload] = [
    aHostAchievement(),
    { tournamentId: EVENING, achievementId: 'achievement-1', playerIds },
  ]
  const effect = anEffect({ kind: 'sign-badges', payload })
  const rows = { players, tournaments: [aTournament()], achievements: [achievement], effects: [effect] }
  await store.commit({ expected: {}, changes: inserts(rows) })
  const drawn = { ...achievement, description: '', criteria: '', emblem: 'host-made' }
  const beforePicture = performance.now()
  await badges.image(drawn, 'png')
  const firstPictureMs = performance.now() - beforePicture

  const director = createDirector({ store, committed: () => undefined })
  const joinUrl = () => 'https://outdo.example'
  const held = monitorEventLoopDelay({ resolution: 1 })
  held.enable()
  const start = performance.now()
  await signBadgesNow(
    { store, badges, clock: systemClock, newId: () => crypto.randomUUID(), joinUrl, director },
    effect,
  )
  const signed = performance.now()
  held.disable()
  const given = await store.badgesOfTournament(EVENING)
  const baking = performance.now()
  for (const { jws } of given) await badges.baked(jws!, drawn, 'png')
  const baked = performance.now()

  const [signedAndStoredMs, bakedMs] = [signed - start, baked - baking]
  const longestHoldMs = held.max / 1e6
  const kept = signedAndStoredMs + bakedMs <= LIMIT_MS && longestHoldMs <= HOLD_LIMIT_MS
  return {
    ok: given.length === COUNT && kept,
    badges: given.length,
    ...{ signedAndStoredMs, bakedMs, limitMs: LIMIT_MS, longestHoldMs, holdLimitMs: HOLD_LIMIT_MS, firstPictureMs },
  }
}

/** The figures for people. */
export const describeBadges = (figures: BadgeFigures): string =>
  `${figures.badges} badges: signed and stored in ${figures.signedAndStoredMs.toFixed(0)} ms, ` +
  `baked in ${figures.bakedMs.toFixed(0)} ms (limit ${figures.limitMs} together), ` +
  `nothing else held up for more than ${figures.longestHoldMs.toFixed(0)} ms (limit ${figures.holdLimitMs}); ` +
  `the first picture takes ${figures.firstPictureMs.toFixed(0)} ms in a thread of its own`

if (import.meta.main) {
  const figures = await benchBadges()
  console.log(process.argv.includes('--json') ? JSON.stringify(figures) : describeBadges(figures))
  process.exitCode = figures.ok ? 0 : 1
}
