import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { passkeys, users } from '#db/schema/index.ts'
import type { PasskeyItem } from '#lib/api/factors.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

/** What a passkey's answer is checked with. */
export interface StoredPasskey {
  id: string
  userId: string
  /** COSE, base64url. */
  publicKey: string
  counter: number
  transports: string[]
}

/** The passkey of an id, whoever it belongs to; null for one that is not known or whose person is disabled. */
export async function getPasskey(id: string): Promise<StoredPasskey | null> {
  const row = db()
    .select({
      id: passkeys.id,
      userId: passkeys.userId,
      publicKey: passkeys.publicKey,
      counter: passkeys.counter,
      transports: passkeys.transports,
    })
    .from(passkeys)
    .innerJoin(users, eq(users.id, passkeys.userId))
    .where(and(eq(passkeys.id, id), isNull(users.disabledAt)))
    .get()
  return row ?? null
}

/** Ids and ways of a person's passkeys, for the browser that is to find one of them. */
export async function listPasskeyIds(userId: string): Promise<{ id: string; transports: string[] }[]> {
  return db()
    .select({ id: passkeys.id, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .all()
}

/** The viewer's passkeys, the oldest first. */
export async function listPasskeys(viewer: Viewer): Promise<PasskeyItem[]> {
  return db()
    .select({
      id: passkeys.id,
      name: passkeys.name,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.userId, viewer.id))
    .orderBy(asc(passkeys.createdAt))
    .all()
}
