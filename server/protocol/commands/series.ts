import { z } from 'zod'
import { SeriesId } from '../ids.ts'
import type { SeriesPage, SeriesRow, SeriesView } from '../series.ts'
import { PublicWords } from '../words.ts'
import { nothing } from './shapes.ts'

const SeriesName = PublicWords.max(40)
const seriesOnly = z.strictObject({ seriesId: SeriesId })

export const seriesCommands = {
  /** What everybody may read. */
  'series:page': seriesOnly,
  'series:list': nothing,
  'series:read': seriesOnly,
  'series:create': z.strictObject({ name: SeriesName }),
  'series:update': z.strictObject({ seriesId: SeriesId, name: SeriesName }),
  'series:remove': seriesOnly,
}

export type SeriesReplies = {
  'series:page': SeriesPage
  'series:list': { series: SeriesRow[] }
  'series:read': SeriesView
  'series:create': { seriesId: SeriesId }
}
