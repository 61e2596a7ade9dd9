import type { Language } from './judgement.ts'
import { nameIn } from './literal.ts'
import { parseType, pythonType, typescriptType, type Type } from './value-type.ts'

/** Names as Python writes them, types as a package does: `dict[str,int]`. */
export type Signature = { name: string; params: { name: string; type: string }[]; returns: string }

const typeOf = (text: string): Type => parseType(text) ?? { kind: 'any' }

/**
 * The function as its first line is written: `def is_leap_year(year: int) -> bool`,
 * `function isLeapYear(year: number): boolean`. JavaScript has no types to write: it gets TypeScript's, as a comment.
 */
export function signatureText(signature: Signature, language: Language): string {
  const name = nameIn(language, signature.name)
  const typeText = (type: string): string =>
    language === 'python' ? pythonType(typeOf(type)) : typescriptType(typeOf(type))
  const typed = signature.params.map((param) => `${nameIn(language, param.name)}: ${typeText(param.type)}`).join(', ')
  const returns = typeText(signature.returns)
  switch (language) {
    case 'python':
      return `def ${name}(${typed}) -> ${returns}`
    case 'typescript':
      return `function ${name}(${typed}): ${returns}`
    case 'javascript':
      return `function ${name}(${paramNames(signature, language)}) // ${typed === '' ? '' : `${typed}; `}gives ${returns}`
  }
}

const paramNames = (signature: Signature, language: Language): string =>
  signature.params.map((param) => nameIn(language, param.name)).join(', ')

/** What the editor starts with where the package brings nothing of its own; `variables`: what tests read, names as in Python. */
export function skeleton(signature: Signature | undefined, variables: string[], language: Language): string {
  if (signature !== undefined) return functionSkeleton(signature, language)
  const mark = language === 'python' ? '#' : '//'
  const names = [...new Set(variables.map((name) => nameIn(language, name)))]
  if (names.length > 0) return `${mark} When your code has run, the answer is read from: ${names.join(', ')}\n`
  return language === 'python'
    ? '# Read a line with input(), write the answer with print()\n'
    : '// Read a line with readLine(), write the answer with console.log()\n'
}

function functionSkeleton(signature: Signature, language: Language): string {
  const name = nameIn(language, signature.name)
  switch (language) {
    case 'python':
      // No types here: on a first day they are in the way. The statement's signature shows them.
      return `def ${name}(${paramNames(signature, language)}):\n    # Write your code here; give the answer back with return\n    pass\n`
    case 'javascript':
      return `function ${name}(${paramNames(signature, language)}) {\n  // Write your code here; give the answer back with return\n}\n`
    case 'typescript':
      return `${signatureText(signature, language)} {\n  // Write your code here; give the answer back with return\n}\n`
  }
}
