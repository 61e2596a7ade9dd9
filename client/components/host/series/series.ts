import { live } from '../../../live.svelte.ts'
import type { SeriesRow } from '../../../../server/protocol/series.ts'

/** The series of this house, by name; none where the answer does not come. */
export async function readSeries(): Promise<SeriesRow[]> {
  const answer = await live.send('series:list', {})
  return answer.ok ? answer.value.series : []
}
