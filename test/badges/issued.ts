import { ownAchievement, type Achievement } from '../../server/badges/achievements.ts'
import { createBadges, type Badges } from '../../server/badges/badges.ts'
import { openStore, type SqliteStore } from '../../server/store/sqlite.ts'
import { aBadge, anEvening, inserts } from '../store/rows.ts'
import type { Badge } from '../../server/store/records.ts'

export const BASE = 'https://outdo.example'
export const NOW = Date.UTC(2026, 2, 14, 18, 30, 7, 812)

/** An installation with an evening in its store, that issues badges. */
export type Issuing = { store: SqliteStore; badges: Badges; issue(is?: Partial<Badge>): Promise<Badge> }

export async function openIssuing(): Promise<Issuing> {
  const opened = openStore({ file: ':memory:' })
  if (!opened.ok) throw new Error(opened.refusal.message)
  const store = opened.value
  await store.commit({ expected: {}, changes: anEvening() })
  const badges = await createBadges(store, NOW)
  let issued = 0
  return {
    store,
    badges,
    /** Signs a badge and keeps it. */
    async issue(is = {}) {
      const statusIndex = is.statusIndex ?? issued++
      const row = aBadge({
        id: `badge-${statusIndex}`,
        source: `source-${statusIndex}`,
        statusIndex,
        issuedAt: NOW,
        ...is,
      })
      const toSign = { ...row, subjectId: '3f6f2f0e-8e52-4c57-9d0e-1f0a53a0c001', achievement: own(row.achievementId) }
      const jws = await badges.sign(BASE, toSign)
      await store.commit({ expected: {}, changes: inserts({ badges: [{ ...row, jws }] }) })
      return { ...row, jws }
    },
  }
}

export function own(id: string): Achievement {
  const achievement = ownAchievement(id)
  if (!achievement) throw new Error(`there is no achievement ${id}`)
  return achievement
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
