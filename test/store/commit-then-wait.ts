import { openStore } from '../../server/store/sqlite.ts'
import { anEvening, aSubmission, inserts, submissionId } from './rows.ts'

/** A server that says what it has committed, and goes on until it is killed. Argument: the database. */
const opened = openStore({ file: process.argv[2]! })
if (!opened.ok) throw new Error(opened.refusal.message)
const store = opened.value
await store.commit({ expected: {}, changes: anEvening() })
for (let count = 1; ; count += 1) {
  const row = aSubmission({ id: submissionId(`submission-${count}`) })
  await store.commit({ expected: {}, changes: inserts({ submissions: [row] }) })
  process.stdout.write(`${row.id}\n`)
  // Lets the line leave before the next commit.
  await new Promise((resolve) => setImmediate(resolve))
}
