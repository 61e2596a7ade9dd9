import type { z } from 'zod'
import type { PackageFault } from '../protocol/contributions.ts'
import {
  faultWords,
  isFaultCode,
  type FaultCode,
  type FaultParams,
  type FaultWords,
} from '../protocol/package-faults.ts'

/** What is wrong with a package, and where: `leap-year/tests.yaml`, `hidden[3].args`. `field` is empty when the whole file is meant. */
export type Fault = PackageFault

export const fault = (file: string, field: string, code: FaultCode, params?: FaultParams): Fault => ({
  ...{ file, field },
  ...faultWords(code, params),
})

export const faultText = ({ file, field, message }: Fault): string =>
  [file, field, message].filter((part) => part !== '').join(': ')

/** `['hidden', 3, 'args']` as people write it: `hidden[3].args`. */
export function fieldText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path)
    text += typeof part === 'number' ? `[${part}]` : text === '' ? String(part) : `.${String(part)}`
  return text
}

/**
 * One fault per zod issue, in the package's words rather than zod's: a schema says its own by a fault's code for its
 * error. Parse with `reportInput: true`.
 */
export function faultsOf(error: z.ZodError, file: string, at: readonly PropertyKey[] = []): Fault[] {
  return error.issues.map((issue) => ({ file, field: fieldText([...at, ...issue.path]), ...wordsOf(issue) }))
}

const NOT_OF_TYPE: Record<string, FaultCode> = {
  string: 'not-text',
  number: 'not-number',
  int: 'not-whole',
  array: 'not-list',
  object: 'not-keys',
  record: 'not-keys',
}

function wordsOf(issue: z.core.$ZodIssue): FaultWords {
  if (isFaultCode(issue.message)) return faultWords(issue.message)
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return faultWords('missing')
  switch (issue.code) {
    case 'unrecognized_keys':
      return faultWords('unknown-key', { keys: issue.keys.join(', ') })
    case 'invalid_value':
      return faultWords('none-of', { values: issue.values.join(', ') })
    case 'too_small':
      if (issue.origin === 'array' || issue.origin === 'string')
        return Number(issue.minimum) === 1
          ? faultWords('empty')
          : faultWords('too-few', { least: Number(issue.minimum), count: sizeOf(issue.input) })
      return faultWords(issue.inclusive ? 'too-small' : 'not-above', { least: Number(issue.minimum) })
    case 'too_big': {
      const most = Number(issue.maximum)
      if (issue.origin === 'string') return faultWords('text-too-long', { most })
      return faultWords(issue.origin === 'array' ? 'list-too-long' : 'too-large', { most })
    }
    case 'invalid_type': {
      const code = NOT_OF_TYPE[issue.expected]
      return code === undefined ? inDetail(issue.message) : faultWords(code)
    }
    case 'invalid_union': {
      const messages = issue.errors.flatMap((issues) => issues.map((one) => wordsOf(one).message))
      return inDetail(messages.length > 0 ? [...new Set(messages)].join(', or ') : issue.message)
    }
    default:
      return inDetail(issue.message)
  }
}

const inDetail = (detail: string): FaultWords =>
  faultWords('not-as-expected', { detail: detail.replace(/^Invalid input: /, '') })
const sizeOf = (input: unknown): number => (typeof input === 'string' || Array.isArray(input) ? input.length : 0)
