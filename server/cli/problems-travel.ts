import { existsSync, writeFileSync, statSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { faultText } from '../bank/fault.ts'
import { readPackage } from '../bank/files.ts'
import { formatOf, slug } from '../bank/import/formats.ts'
import type { ImportReport } from '../protocol/contributions.ts'
import { readSource } from '../bank/import/source.ts'
import { problemOf } from '../bank/package.ts'
import { placePackage, readPackageZip, zipPackage } from '../bank/package-zip.ts'
import { ProblemId } from '../protocol/ids.ts'
import { BadUse } from './bad-use.ts'

/** `import <folder or zip> [id] [bank]`: one of this bank's zips, or Exercism's or Kattis's format. Answers the exit code. */
export async function importPackage([from, name, bank]: string[], defaultBank: string): Promise<number> {
  if (from === undefined) throw new BadUse('import takes a folder or a zip, then an id if it is not to have its name')
  const source = readSource(from)
  if (!source.ok) throw new BadUse(`${from}: ${source.refusal.message}`)
  const target = bank ?? defaultBank
  if (!existsSync(target)) throw new BadUse(`${target}: there is no such folder`)
  if (source.value.has('tests.yaml') && statSync(from).isFile()) return importOwn(from, name, target)

  const id = ProblemId.safeParse(name ?? slug(basename(resolve(from)).replace(/\.zip$/, '')))
  if (!id.success) throw new BadUse(`${name ?? from} gives no id (${id.error.issues[0]!.message}): name one after it`)
  const format = formatOf(source.value)
  if (format === undefined)
    throw new BadUse(`${from}: is neither a package, nor Exercism's canonical data, nor Kattis's format`)
  const imported = format(source.value)
  if (!imported.ok) return found([`${from}: ${faultText(imported.refusal)}`])
  const { files, report } = imported.value
  const problem = await problemOf(id.data, files)
  const placed = placePackage(target, id.data, files)
  if (!placed.ok) return found(placed.refusal.map(faultText))
  console.log(`${placed.value} is there.`)
  tell(report)
  if (!problem.ok) for (const fault of problem.refusal) console.log(`to do: ${faultText(fault)}`)
  return 0
}

/** `export <package> <file>`: the package as a zip. */
export async function exportPackage([folder, file]: string[]): Promise<number> {
  if (folder === undefined || file === undefined)
    throw new BadUse('export takes the folder of a package and the zip to write')
  const id = ProblemId.safeParse(basename(resolve(folder)))
  if (!id.success) throw new BadUse(`${folder}: ${id.error.issues[0]!.message}`)
  const { files, faults } = readPackage(folder, id.data)
  if (faults.length > 0) return found(faults.map(faultText))
  const problem = await problemOf(id.data, files)
  if (!problem.ok) return found(problem.refusal.map(faultText))
  if (existsSync(file)) throw new BadUse(`${file} is there already`)
  writeFileSync(file, zipPackage(id.data, files))
  console.log(file)
  return 0
}

async function importOwn(zip: string, id: string | undefined, bank: string): Promise<number> {
  const read = await readPackageZip(readFileSync(zip), id)
  const placed = read.ok ? placePackage(bank, read.value.problem.id, read.value.files) : read
  if (!placed.ok) return found(placed.refusal.map(faultText))
  console.log(`${placed.value} is there. Next: npm run problems -- verify ${join(placed.value)}`)
  return 0
}

function found(faults: string[]): number {
  for (const fault of faults) console.log(`fault: ${fault}`)
  return 1
}

function tell({ taken, changed, leftOut, toDo }: ImportReport): void {
  const print = (word: string, lines: string[]): void => lines.forEach((line) => console.log(`${word}: ${line}`))
  print('taken', taken)
  print('changed', changed)
  print('left out', leftOut)
  print('to do', toDo)
}
