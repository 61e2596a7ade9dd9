/** How the server is, for people and machines: each part up, degraded or down, since when and why. */
export type Health = 'up' | 'degraded' | 'down'

export const MODULES = ['database', 'judge', 'queue', 'connections', 'loop', 'disk', 'clock'] as const
export type ModuleId = (typeof MODULES)[number]

/** Why something is not up, in English; the client has its own words (`status.why.<code>` in client/messages). */
export const WHYS = {
  'database-locked': 'Another program holds the database. It goes on by itself once that one lets go.',
  'database-full': 'The disk has no room for the database. Make room; nothing acknowledged is lost.',
  'database-unwritable': 'The database cannot be written. Check the file, its folder and the disk.',
  'database-damaged': 'The database is damaged. Stop the server and restore a backup.',
  'database-fails': 'The database does not answer.',
  'database-slow': 'A write to the database takes {{ms}} ms. Look for another program on the same disk.',
  'judge-down': 'No judge worker runs. Submissions are kept and wait. Restart the workers; the log says why.',
  'judge-starting': 'The judge workers are starting. Submissions wait for a moment.',
  'judge-short': '{{up}} of {{all}} judge workers run.',
  'queue-slow': 'The oldest submission or Try has waited for {{seconds}} s.',
  'queue-long':
    'The oldest submission or Try has waited for {{seconds}} s. The judge works on, and nothing is lost. Look for another program that uses the processor.',
  'queue-stuck':
    'The oldest submission or Try has waited for {{seconds}} s, and nothing is being judged. Restart the judge workers.',
  'loop-slow': 'The server answers {{ms}} ms late. It sends the wall fewer updates until it has caught up.',
  'loop-shedding': 'The server is {{ms}} ms late and takes no Try for the moment. Submissions are taken.',
  'disk-low': '{{mb}} MB are left on the disk. Make room before the next evening.',
  'disk-out': '{{mb}} MB are left on the disk. Make room now.',
  'disk-unknown': 'How full the disk is cannot be seen.',
  'clock-jumped': 'The machine’s clock was changed by {{seconds}} s. Rounds keep their time; restart when none runs.',
  'was-away': 'The server was away for {{seconds}} s without having been stopped.',
} as const
export type WhyCode = keyof typeof WHYS
export type Why = { code: WhyCode; params: Record<string, number> }

/** The English sentence, its numbers filled in. */
export const whyText = ({ code, params }: Why): string =>
  WHYS[code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))

/** `since` is epoch milliseconds of the server's clock; `figures` are named by their units. */
export type ModuleView = {
  id: ModuleId
  state: Health
  since: number
  why: Why | null
  figures: Record<string, number>
}

/** Something went down, came back or changed in between; `server` is the process itself. */
export type Incident = { at: number; module: ModuleId | 'server'; from: Health; to: Health; why: Why | null }

export type WorkerView = {
  state: 'starting' | 'idle' | 'busy' | 'down'
  since: number
  judged: number
  restarts: number
  /** What it said when it last failed; for hosts alone. */
  lastError: string | null
}

export type StatusView = {
  /** The worst of the modules. */
  state: Health
  serverNow: number
  startedAt: number
  modules: ModuleView[]
  workers: WorkerView[]
  /** Newest first. */
  incidents: Incident[]
}
