import type { PuzzleDraft } from '../../../../server/protocol/contributions.ts'
import type { Judgement, Verdict } from '../../../../server/protocol/judgement.ts'

export type Submission = PuzzleDraft['submissions'][number]
export type Folder = Submission['folder']

/** What the judge must answer to a submission; its folder says so. */
export const PROMISED: Record<Folder, Verdict> = {
  accepted: 'AC',
  wrong_answer: 'WA',
  time_limit: 'TLE',
  run_time_error: 'RTE',
}
export const FOLDERS: Folder[] = ['accepted', 'wrong_answer', 'time_limit', 'run_time_error']

export const keepsPromise = ({ folder }: Submission, { verdict }: Judgement): boolean => PROMISED[folder] === verdict

/** `simple.py`, or `simple-2.py` where the folder has one of that name. */
export function freeFile(submissions: Submission[], folder: Folder, stem: string, extension: string): string {
  const taken = new Set(submissions.filter((one) => one.folder === folder).map(({ file }) => file))
  for (let n = 1; ; n++) {
    const file = `${n === 1 ? stem : `${stem}-${n}`}.${extension}`
    if (!taken.has(file)) return file
  }
}

export const stemOf = (file: string): string => file.replace(/\.(py|js|ts)$/, '')
