import Database from 'better-sqlite3'

/** The database's name inside the data directory. */
export const DATABASE_FILE = 'outdo.db'

/** A connection as the store needs it; throws SQLite's error where the file cannot be read and written. */
export function connect(file: string, busyTimeoutMs: number): Database.Database {
  const sqlite = new Database(file, { timeout: busyTimeoutMs })
  try {
    sqlite.pragma('journal_mode = wal')
    // FULL: what a commit has answered survives a power cut as well, not only a crash.
    sqlite.pragma('synchronous = full')
    sqlite.pragma('foreign_keys = on')
    // What was deleted is overwritten: in the file, and so in each backup made from then on.
    sqlite.pragma('secure_delete = on')
    // Writes and takes it back: SQLite opens a read-only file without a word, and would fail at the first submission.
    sqlite.exec('begin immediate; pragma user_version = 1; rollback')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}
