import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const ROOT = join(import.meta.dirname, '../..')

/** What a command printed, and how it ended; a `code` of null: by a signal. */
export type Ended = { out: string; err: string; code: number | null }

/** Runs Node in the project's folder, as npm does, in a process of its own until it ends. */
export async function runNode(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve)
    child.on('error', reject)
  })
  child.stdin.on('error', () => {
    // It may have ended before it read everything.
  })
  child.stdin.end(input)
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, code }
}
