import type { Language } from '../protocol/judgement.ts'
import { nameIn } from '../protocol/literal.ts'
import type { FunctionSignature, TestCase } from './problem.ts'
import { parseType, pythonType, typescriptType, type Type } from './types.ts'

const typeOf = (text: string): Type => parseType(text) ?? { kind: 'any' }

/**
 * The function as its first line is written: `def is_leap_year(year: int) -> bool`,
 * `function isLeapYear(year: number): boolean`. JavaScript has no types to write: it gets TypeScript's, as a comment.
 */
export function signatureText(signature: FunctionSignature, language: Language): string {
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

const paramNames = (signature: FunctionSignature, language: Language): string =>
  signature.params.map((param) => nameIn(language, param.name)).join(', ')

/** What the editor starts with where the package brings nothing of its own. */
export function skeleton(signature: FunctionSignature | undefined, tests: TestCase[], language: Language): string {
  if (signature !== undefined) return functionSkeleton(signature, language)
  const mark = language === 'python' ? '#' : '//'
  const variables = [...new Set(tests.flatMap((test) => ('value' in test ? [nameIn(language, test.value)] : [])))]
  if (variables.length > 0) return `${mark} When your code has run, the answer is read from: ${variables.join(', ')}\n`
  return language === 'python'
    ? '# Read a line with input(), write the answer with print()\n'
    : '// Read a line with readLine(), write the answer with console.log()\n'
}

function functionSkeleton(signature: FunctionSignature, language: Language): string {
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
