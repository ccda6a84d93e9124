import { randomUUID } from 'node:crypto'
import { db } from '#db/client.ts'
import { createSession } from '#db/mutations/accounts/sessions.ts'
import { getViewerBySession } from '#db/queries/accounts/sessions.ts'
import { users } from '#db/schema/index.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

/** A signed-in person for a test: the viewer, and the session id that their cookie carries. */
export interface Person {
  viewer: Viewer
  sessionId: string
}

/** Makes a person with a session in the process's database, straight in the tables: no password, no hashing. */
export async function createPerson(given: Partial<typeof users.$inferInsert> = {}, now = Date.now()): Promise<Person> {
  const id = given.id ?? randomUUID()
  const row = { name: 'Ada', email: `${id}@example.org`, role: 'user' as const, createdAt: now, ...given, id }
  db().insert(users).values(row).run()
  const sessionId = await createSession(id, 'test', now)
  const viewer = await getViewerBySession(sessionId, now)
  if (!viewer) throw new Error('The session that was just made is not there')
  return { viewer, sessionId }
}
