import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take ten seconds and more, the longest first. One that is missing here costs time, nothing else. */
const LONGEST = [
  'live/crash',
  'attacks/attacks',
  'live/limits',
  'live/contributions-queue',
  'main',
  'judge/fuzz',
  'bank/cli',
  'judge/cli',
  'live/evening',
  'improvement/show',
].map((name) => `/test/${name}.test.ts`)

/** So that no core waits at the end for a file that the other one has just begun. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(name))
      return at === -1 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
