import type { BankRow } from '../../../../server/protocol/host.ts'

export type BankFilter = {
  /** Words that name or topics hold, all of them, in any order. */
  words: string
  /** Empty: every level. */
  levels: readonly number[]
  topic: string
  /** Zero: any length. */
  atMostMinutes: number
}

export const EVERYTHING: BankFilter = { words: '', levels: [], topic: '', atMostMinutes: 0 }

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The puzzles that fit, in the order they came. */
export function filtered(rows: readonly BankRow[], { words, levels, topic, atMostMinutes }: BankFilter): BankRow[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const text = plain([row.name, row.id, ...row.topics].join(' '))
    return (
      wanted.every((word) => text.includes(word)) &&
      (levels.length === 0 || levels.includes(row.level)) &&
      (topic === '' || row.topics.includes(topic)) &&
      (atMostMinutes === 0 || row.minutes <= atMostMinutes)
    )
  })
}

/** Every topic of the bank, by the alphabet. */
export const topicsOf = (rows: readonly BankRow[]): string[] =>
  [...new Set(rows.flatMap((row) => row.topics))].sort((a, b) => a.localeCompare(b))
