import type { ImportReport, PackageFault, PuzzleDraft } from '../../protocol/contributions.ts'
import { ProblemId } from '../../protocol/ids.ts'
import { ok, refused, type Result } from '../../protocol/result.ts'
import { fault } from '../fault.ts'
import type { PackageFiles } from '../files.ts'
import { formatOf, isPackage, slug } from '../import/formats.ts'
import { emptyReport } from '../import/imported.ts'
import { readZippedSource } from '../import/source.ts'
import { readZippedFiles, zipPackage } from '../package-zip.ts'
import { filesOfDraft } from './draft-files.ts'
import { draftOfFiles, insideOf } from './draft-of.ts'

/** A draft that came out of a zip, and what became of what was in it. */
export type Arrived = { draft: PuzzleDraft; report: ImportReport }

/**
 * Reads a zip: one of this bank's packages, Exercism's canonical data, or Kattis's format. `fileName` gives the id where
 * nothing inside does. Nothing is written; what cannot be taken is refused with place and reason.
 */
export function readArrival(bytes: Uint8Array, fileName: string): Result<Arrived, PackageFault[]> {
  const name = slug(fileName.replace(/\.zip$/i, '')).slice(0, 60)
  const source = readZippedSource(bytes)
  if (!source.ok) return refused([{ file: '', field: '', ...source.refusal }])
  if (isPackage(source.value)) {
    const read = readZippedFiles(bytes, name || 'puzzle')
    if (!read.ok) return refused(read.refusal.map((fault) => insideOf(name, fault)))
    return arrived(read.value.id, read.value.files, { ...emptyReport(), taken: ['the whole package'] })
  }
  const format = formatOf(source.value)
  if (format === undefined) return refused([fault('', '', 'format-unknown')])
  const imported = format(source.value)
  if (!imported.ok) return refused([imported.refusal])
  const id = ProblemId.safeParse(name).data ?? ('imported' as ProblemId)
  return arrived(id, imported.value.files, imported.value.report)
}

function arrived(id: ProblemId, files: PackageFiles, report: ImportReport): Result<Arrived, PackageFault[]> {
  const draft = draftOfFiles(id, files)
  return draft.ok ? ok({ draft: draft.value, report }) : draft
}

/** The draft as a zipped package, finished or not; its folder, and so its id, is `id`. */
export function packDraft(draft: PuzzleDraft): { id: string; bytes: Uint8Array } {
  const id = ProblemId.safeParse(draft.problemId).data ?? ('puzzle' as ProblemId)
  return { id, bytes: zipPackage(id, filesOfDraft(draft).files) }
}
