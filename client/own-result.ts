import type { AwardSentence, RoundSentence } from '../server/protocol/sentences.ts'
import type { MyResult } from '../server/protocol/me.ts'

/** What stands large over a result: where the mark was missed it is what was done, since the sentence tells the rest. */
export type Headline = 'first' | 'beat' | 'met' | 'nothing' | 'lit' | 'tried'

const OF_SENTENCE: Record<RoundSentence['code'], Headline> = {
  'first-mark': 'first',
  'beat-mark': 'beat',
  'met-mark': 'met',
  'below-mark': 'lit',
  'nothing-new': 'nothing',
}
const isRoundCode = (code: string): code is RoundSentence['code'] => code in OF_SENTENCE

type Told = Pick<MyResult, 'sentences' | 'awards' | 'problems'>

/** The sentence against the mark, which is the first of its kind among a result's. */
export const mainSentence = ({ sentences }: Pick<Told, 'sentences'>): MyResult['sentences'][number] | undefined =>
  sentences.find(({ code }) => isRoundCode(code))

/** Null where the result says nothing against a mark. */
export function headlineOf({ sentences, problems }: Pick<Told, 'sentences' | 'problems'>): Headline | null {
  const code = mainSentence({ sentences })?.code
  if (code === undefined || !isRoundCode(code)) return null
  const headline = OF_SENTENCE[code]
  return headline === 'lit' && !problems.some(({ solved }) => solved) ? 'tried' : headline
}

type Given = { kind: MyResult['awards'][number]['kind']; reason: { code: string } }
const countsRounds = ({ kind, reason }: Given): boolean =>
  kind === 'your-moment' && reason.code === ('moment-rounds-played' satisfies AwardSentence['code'])

/** A moment that only counts rounds is left out where that stands among the firsts: said twice it sounds hollow. */
export const awardsToTell = ({ awards, sentences }: Pick<Told, 'awards' | 'sentences'>): MyResult['awards'] =>
  sentences.some(({ code }) => code === 'rounds-played') ? awards.filter((award) => !countsRounds(award)) : awards

/** Of moments that only count rounds, one's own page keeps the last. */
export function awardsOnce<A extends Given>(awards: readonly A[]): A[] {
  const counting = awards.filter(countsRounds)
  return awards.filter((award) => !countsRounds(award) || award === counting.at(-1))
}
