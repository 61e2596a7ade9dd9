import { join } from 'node:path'
import { backUp, restore } from '../ops/backup.ts'
import { DATABASE_FILE } from '../store/connection.ts'
import { noteBackup } from '../store/note-backup.ts'

/**
 * `backup <file>` copies the database of DATA_DIR, also while the server runs; `restore <file>` puts one into an empty
 * DATA_DIR. Exit 0 done · 1 what was to be copied is not sound · 2 bad use.
 */
const USAGE = 'use: backup <new file>, or restore <backup file>; DATA_DIR names the data directory (./data)'

const words = process.argv.slice(2).filter((word) => word !== '--json')
const json = process.argv.includes('--json')
const [command, file, ...others] = words
const directory = process.env['DATA_DIR'] || './data'

if ((command !== 'backup' && command !== 'restore') || !file || file.startsWith('-') || others.length > 0) {
  console.error(USAGE)
  process.exit(2)
}

const answer =
  command === 'backup'
    ? await backUp({ database: join(directory, DATABASE_FILE), target: file })
    : await restore({ backup: file, directory, databaseFile: DATABASE_FILE })

// The copy is what counts: one of a database that is older, or lies on a medium that takes nothing, is as good.
if (command === 'backup' && answer.ok)
  try {
    noteBackup(join(directory, DATABASE_FILE), Date.now())
  } catch (error) {
    console.error(`The copy is made; the list of what was done could not be told: ${(error as Error).message}`)
  }

if (json) console.log(JSON.stringify(answer.ok ? answer.value : { error: answer.refusal }))
else if (answer.ok) console.log(`${answer.value.file}: ${(answer.value.bytes / 1e6).toFixed(1)} MB, checked`)
else console.error(answer.refusal.message)
process.exitCode = answer.ok ? 0 : answer.refusal.code === 'damaged' ? 1 : 2
