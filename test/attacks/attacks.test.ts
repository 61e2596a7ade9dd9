import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES, type Judgement, type Language } from '../../server/protocol/judgement.ts'
import { openJudge, type TestJudge } from '../judge/support/open-judge.ts'
import { double } from '../judge/support/problems.ts'
import { attacks, CANARY, HIDDEN_INPUT, honest, SECRET, vault } from './support.ts'

let judge: TestJudge
const pristine = {} as Record<Language, string>

const lookAround = async (language: Language): Promise<{ verdict: string; world: string }> => {
  const judgement = await judge.submit({
    problem: double,
    source: honest[language],
    language,
    purpose: 'try',
    ownCalls: ['world()'],
  })
  return { verdict: judgement.verdict, world: judgement.runs.at(-1)?.received ?? '' }
}

beforeAll(async () => {
  // One worker, so that whoever comes next sits where the attack sat.
  judge = await openJudge(1)
  for (const language of LANGUAGES) pristine[language] = (await lookAround(language)).world
}, 60_000)
afterAll(() => judge.close())

const everythingSaid = (judgement: Judgement): string => JSON.stringify(judgement)

describe('an attack', () => {
  it.each(attacks.map((attack) => [attack.name, attack] as const))(
    '%s gets nowhere',
    async (_name, { source, language, verdicts }) => {
      const judgement = await judge.submit({ problem: vault, source, language })
      expect(verdicts, everythingSaid(judgement).slice(0, 1500)).toContain(judgement.verdict)
      expect(judgement.runs.filter((run) => run.kind === 'hidden' && run.verdict === 'AC')).toEqual([])
      const said = everythingSaid(judgement).replaceAll(JSON.stringify(source), '')
      expect(said).not.toContain(SECRET)
      expect(said).not.toContain(CANARY)
      expect(said).not.toMatch(HIDDEN_INPUT)
      expect(said).not.toMatch(/root:x:0/)

      const after = await lookAround(language)
      expect(after.verdict).toBe('AC')
      expect(after.world).toBe(pristine[language])
    },
  )

  it('was tried at least sixty times, in Python and in JavaScript', () => {
    expect(attacks.length).toBeGreaterThanOrEqual(60)
    expect(new Set(attacks.map((attack) => attack.language))).toEqual(new Set(LANGUAGES))
  })
})
