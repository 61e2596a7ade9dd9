import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'

/** A program that says by its exit code whether all is well. */
export type Job = { name: string; command: string; args: string[] }

/**
 * Runs programs side by side, as many as there are cores; each one's words are printed when it has ended, so that they
 * stay together. Answers with how many ended well.
 */
export async function runTogether(jobs: readonly Job[]): Promise<{ passed: number; failed: number }> {
  const waiting = [...jobs]
  const failed: string[] = []
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) if (!(await run(job))) failed.push(job.name)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  for (const name of failed) console.log(`check failed: ${name}`)
  return { passed: jobs.length - failed.length, failed: failed.length }
}

async function run({ name, command, args }: Job): Promise<boolean> {
  const begun = performance.now()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`
  process.stdout.write(`check: ${name} (${took})\n${[out, err].map((said) => said && `${said.trimEnd()}\n`).join('')}`)
  return code === 0
}
