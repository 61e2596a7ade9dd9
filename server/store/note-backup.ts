import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import type { AuditAction } from '../protocol/audit.ts'

const ACTION: AuditAction = 'house:backup'

/**
 * Leaves a line in the audit trail of a database that a server may have open. Throws SQLite's error where it cannot be
 * written, or is older than the trail.
 */
export function noteBackup(file: string, at: number): void {
  const sqlite = new Database(file, { fileMustExist: true, timeout: 2000 })
  try {
    sqlite
      .prepare(`insert into audit (id, at, who, action, outcome, params) values (?, ?, '', ?, 'ok', '{}')`)
      .run(randomUUID(), at, ACTION)
  } finally {
    sqlite.close()
  }
}
