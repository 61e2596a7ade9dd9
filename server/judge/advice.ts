import type { Language, PlayerError } from '../protocol/judgement.ts'
import { notations } from './languages/notations.ts'
import type { Plan, PlannedRun } from './plan.ts'
import type { SandboxEnd } from './task.ts'
import { inWords, type Type } from './types.ts'

// Sentences for the mistakes of beginners: what was found, what was expected, what to try.

const SANDBOX: Record<SandboxEnd, { kind: string; text: string } | undefined> = {
  time: undefined,
  memory: {
    kind: 'MemoryError',
    text: 'Your code needs more memory than this puzzle allows. Does a list or a text grow without end?',
  },
  output: {
    kind: 'OutputLimit',
    text: 'Your code prints more than this puzzle allows. Is there a print in an endless loop?',
  },
  depth: {
    kind: 'RecursionError',
    text: 'RecursionError: your code calls itself too deep. Is there always a case in which it stops?',
  },
  exit: { kind: 'SystemExit', text: 'Your code ended the program before it gave an answer.' },
  crash: { kind: 'Crash', text: 'Your code brought the interpreter down.' },
  never: {
    kind: 'NeverSettled',
    text: 'Your code waits for something that never comes: a promise that is never settled, or a timer that starts again and again.',
  },
}

export const advise = {
  sandbox: (end: SandboxEnd): PlayerError | undefined => SANDBOX[end],

  garbled: (): PlayerError => ({ kind: 'Unreadable', text: 'What your code answered could not be read.' }),

  missing(
    { names, is }: { names: string[]; is?: string | null },
    planned: PlannedRun | undefined,
    entry: string | null,
    language: Language,
  ): PlayerError {
    const isCall = planned?.act.do !== 'value'
    const wanted = planned?.act.do === 'value' ? planned.act.name : (entry ?? '')
    const what = isCall ? 'function' : 'variable'
    const others = names.filter((name) => name !== wanted)
    const found =
      is != null
        ? `${wanted} is there, but it is not a function.`
        : others.length > 0
          ? `Your code has ${others.join(', ')}. Check the spelling.`
          : isCall
            ? `Your code defines no function. Start with ${language === 'python' ? `def ${wanted}(…):` : `function ${wanted}(…) { … }`}`
            : `Your code sets no variable. Start with ${language === 'python' ? '' : 'let '}${wanted} = …`
    return {
      kind: `Missing${isCall ? 'Function' : 'Variable'}`,
      text: `The judge looks for a ${what} named ${wanted} and does not find it. ${found}`,
    }
  },

  arity({ takes, line }: { takes: string[]; line?: number }, plan: Plan, planned: PlannedRun | undefined): PlayerError {
    const wants = takes.length === 0 ? 'nothing' : `${takes.length}: ${takes.join(', ')}`
    const count = plan.task.shapes?.length ?? argumentCount(planned)
    const text = `The judge calls ${planned?.kind === 'example' ? planned.call : plan.task.entry} with ${count} ${count === 1 ? 'value' : 'values'}, but your function takes ${wants}.`
    return { kind: 'TypeError', text, ...(line === undefined ? {} : { line }) }
  },

  noJson(word: string, shown: string | undefined, returns: Type, language: Language): PlayerError {
    const notation = notations[language]
    const example = shown === undefined ? '' : ` (${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown})`
    const text = `Your code answered ${notation.found(word)}${example}. The judge expects ${inWords(returns)}. ${notation.advice(word)}`
    return { kind: 'AnswerType', text: text.trimEnd() }
  },

  /** CPython's own words, and a line more where beginners stop. */
  raised(error: PlayerError, plan: Plan): PlayerError {
    if (error.kind !== 'EOFError' || plan.script) return error
    const entry = plan.task.entry ?? 'the function'
    return {
      ...error,
      text: `${error.text}\n\nThere is nothing to read with input() here: ${entry} gets its values as parameters.`,
    }
  },

  tooBig: (): PlayerError => ({
    kind: 'AnswerSize',
    text: 'Your answer is larger than the judge reads: more than a million characters.',
  }),

  nothingReturned: (language: Language): PlayerError => ({
    kind: 'NothingReturned',
    text: `Your function answered ${notations[language].nothing}: it returned nothing. Did you print the answer instead of returning it, or is a return missing on some way through?`,
  }),
}

function argumentCount(planned: PlannedRun | undefined): number {
  if (planned?.act.do !== 'call') return 0
  return (JSON.parse(planned.act.args) as unknown[]).length
}
