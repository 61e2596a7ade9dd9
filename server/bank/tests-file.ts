import { z } from 'zod'
import { ok, refused, type Result } from '../protocol/result.ts'
import { fault, fieldText, type Fault, faultsOf } from './fault.ts'
import { ArgsTest, ScriptTest, ValueTest, type TestCase } from './problem.ts'

const Lists = z.strictObject({
  examples: z.array(z.unknown()).min(1).max(10),
  hidden: z.array(z.unknown()).min(1).max(200),
})

/**
 * Reads tests.yaml's content. A test's own keys say which kind it means to be, so that a fault names what is wrong with
 * that kind instead of what all kinds would have.
 */
export function parseTests(raw: unknown, file: string): Result<{ examples: TestCase[]; hidden: TestCase[] }, Fault[]> {
  const lists = Lists.safeParse(raw, { reportInput: true })
  if (!lists.success) return refused(faultsOf(lists.error, file))
  const faults: Fault[] = []
  const parseAll = (field: 'examples' | 'hidden'): TestCase[] =>
    lists.data[field].flatMap((test, index): TestCase[] => {
      const shape = shapeOf(test)
      if (shape === undefined) {
        faults.push(fault(file, fieldText([field, index]), 'test-shape'))
        return []
      }
      const parsed = shape.safeParse(test, { reportInput: true })
      if (parsed.success) return [parsed.data]
      faults.push(...faultsOf(parsed.error, file, [field, index]))
      return []
    })
  const tests = { examples: parseAll('examples'), hidden: parseAll('hidden') }
  return faults.length === 0 ? ok(tests) : refused(faults)
}

function shapeOf(test: unknown): z.ZodType<TestCase> | undefined {
  if (typeof test !== 'object' || test === null) return undefined
  if ('args' in test) return ArgsTest
  if ('value' in test) return ValueTest
  if ('stdin' in test || 'stdout' in test) return ScriptTest
  return undefined
}
