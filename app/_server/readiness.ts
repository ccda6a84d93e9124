import { db } from '#db/client.ts'
import { type DatabaseTrouble, lookAtDatabase } from '#db/database-guard.ts'

const words: Record<DatabaseTrouble, string> = {
  lost: 'The database file is gone or was replaced.',
  full: 'The disk is full.',
}

/** Whether the server can do what people come for, and why not. The database is looked at now. */
export function readiness(): { status: 'ok' | 'not ready'; why: string | null } {
  try {
    db().$client.prepare('select 1').get()
    const trouble = lookAtDatabase()
    return trouble === null ? { status: 'ok', why: null } : { status: 'not ready', why: words[trouble] }
  } catch {
    return { status: 'not ready', why: 'The database cannot be read.' }
  }
}
