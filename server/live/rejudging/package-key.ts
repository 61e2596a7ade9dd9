import { createHash } from 'node:crypto'
import type { Problem } from '../../bank/problem.ts'

/** Stands for a puzzle as it is: whoever changes anything of it, its tests above all, changes the key. */
export const packageKey = (problem: Problem): string =>
  createHash('sha256').update(exactText(problem)).digest('base64url')

/** Whole numbers beyond what JSON takes are among the values of tests. */
const exactText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? { bigint: String(part) } : part))
