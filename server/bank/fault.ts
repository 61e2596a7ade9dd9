import type { z } from 'zod'

/** What is wrong with a package, and where: `leap-year/tests.yaml`, `hidden[3].args`, a sentence. `field` is empty when the whole file is meant. */
export type Fault = { file: string; field: string; message: string }

export const faultText = (fault: Fault): string =>
  fault.field === '' ? `${fault.file}: ${fault.message}` : `${fault.file}: ${fault.field}: ${fault.message}`

/** `['hidden', 3, 'args']` as people write it: `hidden[3].args`. */
export function fieldText(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path)
    text += typeof part === 'number' ? `[${part}]` : text === '' ? String(part) : `.${String(part)}`
  return text
}

/** One fault per zod issue, in the package's words rather than zod's. Parse with `reportInput: true`. */
export function faultsOf(error: z.ZodError, file: string, at: readonly PropertyKey[] = []): Fault[] {
  return error.issues.map((issue) => ({ file, field: fieldText([...at, ...issue.path]), message: sentence(issue) }))
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `there is no such key here: ${issue.keys.join(', ')}`
  }
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return 'is missing'
  if (
    issue.code === 'too_small' &&
    (issue.origin === 'array' || issue.origin === 'string') &&
    Number(issue.minimum) === 1
  )
    return 'is empty'
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_union') {
    const messages = issue.errors.flatMap((issues) => issues.map(sentence))
    return messages.length > 0 ? [...new Set(messages)].join(', or ') : issue.message
  }
  return issue.message.replace(/^Invalid input: /, '').replace(/^Too (small|big): /, '')
}
