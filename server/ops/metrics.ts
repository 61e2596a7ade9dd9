import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Verdict } from '../protocol/judgement.ts'
import { MODULES } from '../protocol/status.ts'
import type { Facts, Standing } from './health.ts'

/** What the parts count as it happens. Durations are milliseconds. */
export type Measure = {
  /** A command over a socket or a request with a body, by what came of it: `ok` or the refusal's code. */
  command(name: string, outcome: string, durationMs: number): void
  /** From the moment a submission was received to its judgement being on disk. */
  judged(verdict: Verdict, durationMs: number): void
  /** Something was held back under load. */
  shed(what: 'board' | 'try'): void
}

/** Prometheus' view of the server: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const commands = new Counter({
    ...{ name: 'outdo_commands_total', help: 'Commands and requests, by outcome (ok or the refusal).' },
    ...{ labelNames: ['command', 'outcome'] as const, registers },
  })
  const seconds = new Histogram({
    ...{ name: 'outdo_command_duration_seconds', help: 'From receiving a command to its answer.' },
    ...{ labelNames: ['command'] as const, buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers },
  })
  const verdicts = new Histogram({
    ...{ name: 'outdo_verdict_seconds', help: 'From receiving a submission to its judgement.' },
    ...{ labelNames: ['verdict'] as const, buckets: [0.02, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10, 30], registers },
  })
  const shed = new Counter({
    ...{ name: 'outdo_shed_total', help: 'Board updates and Tries held back under load.' },
    ...{ labelNames: ['what'] as const, registers },
  })
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge<L>({ name, help, labelNames, registers })
  const health = gauge('outdo_health', '2 up, 1 degraded, 0 down.', 'module')
  const connections = gauge('outdo_connections', 'Open sockets.')
  const queued = gauge('outdo_judge_queued', 'Waiting for a worker.', 'purpose')
  const oldest = gauge('outdo_judge_oldest_seconds', 'How long the oldest has waited.')
  const workers = gauge('outdo_judge_workers', 'Judge workers by state.', 'state')
  const write = gauge('outdo_database_write_seconds', 'How long the last probe took to be on disk.')
  const free = gauge('outdo_disk_free_bytes', 'Left where the data lies.')
  const delay = gauge('outdo_loop_delay_seconds', 'Mean delay of the event loop over the last second.')

  const measure: Measure = {
    command(name, outcome, durationMs) {
      commands.inc({ command: name, outcome })
      seconds.observe({ command: name }, durationMs / 1000)
    },
    judged: (verdict, durationMs) => verdicts.observe({ verdict }, durationMs / 1000),
    shed: (what) => shed.inc({ what }),
  }
  return {
    measure,
    look(facts: Facts, standing: Standing): void {
      for (const id of MODULES) health.set({ module: id }, { up: 2, degraded: 1, down: 0 }[standing[id].state])
      connections.set(facts.connections)
      for (const [purpose, count] of Object.entries(facts.judge.queued)) queued.set({ purpose }, count)
      oldest.set(facts.judge.oldestQueuedMs / 1000)
      for (const state of ['starting', 'idle', 'busy', 'down'] as const)
        workers.set({ state }, facts.judge.workers.filter((worker) => worker.state === state).length)
      if ('writeMs' in facts.database) write.set(facts.database.writeMs / 1000)
      if (facts.disk) free.set(facts.disk.freeBytes)
      delay.set(facts.loop.delayMs / 1000)
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
