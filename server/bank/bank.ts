import type { ProblemId } from '../protocol/ids.ts'
import type { Fault } from './fault.ts'
import type { Problem } from './problem.ts'

/** The packages that are right, and what is wrong with the others. */
export type Bank = { problems: Map<ProblemId, Problem>; faults: Fault[] }
