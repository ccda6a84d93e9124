import { and, count, eq, ne } from 'drizzle-orm'
import { transaction } from '#db/client.ts'
import type { OutsideIdentity } from '#db/queries/accounts/accounts.ts'
import { accounts, passkeys } from '#db/schema/index.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { conflict, notFound } from '#lib/problems.ts'
import { recordSecurity } from '#db/mutations/security/security-events.ts'

/** Connects an identity elsewhere with the viewer's account. @returns false where it belongs to another account. */
export async function linkAccount(viewer: Viewer, { issuer, subject }: OutsideIdentity, now: number): Promise<boolean> {
  return transaction((tx) => {
    const known = tx
      .select({ userId: accounts.userId })
      .from(accounts)
      .where(and(eq(accounts.issuer, issuer), eq(accounts.subject, subject)))
      .get()
    if (known) return known.userId === viewer.id
    tx.insert(accounts).values({ issuer, subject, userId: viewer.id, createdAt: now }).run()
    recordSecurity(tx, 'account-linked', { userId: viewer.id }, now)
    return true
  })
}

/**
 * Disconnects what the viewer has at a provider.
 * @throws Problem 404 where there is nothing, 409 where it is the only way in that is left.
 */
export async function unlinkAccount(viewer: Viewer, issuer: string, now: number): Promise<void> {
  await transaction((tx) => {
    const others = tx
      .select({ n: count() })
      .from(accounts)
      .where(and(eq(accounts.userId, viewer.id), ne(accounts.issuer, issuer)))
      .get()
    const keys = tx.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, viewer.id)).get()
    const gone = tx
      .delete(accounts)
      .where(and(eq(accounts.userId, viewer.id), eq(accounts.issuer, issuer)))
      .returning({ subject: accounts.subject })
      .all()
    if (gone.length === 0) throw notFound('connection')
    if (!others?.n && !keys?.n) throw conflict('This is your only way in. Set a password or add a passkey first.')
    recordSecurity(tx, 'account-unlinked', { userId: viewer.id }, now)
  })
}
