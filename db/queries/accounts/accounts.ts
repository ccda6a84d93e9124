import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { db } from '#db/client.ts'
import { accounts, users } from '#db/schema/index.ts'
import type { Viewer } from '#lib/auth/viewer.ts'

/** The issuer of accounts with a password here. */
export const localIssuer = 'local'

/** A person and the argon2id hash that their password must match. */
export interface PasswordAccount {
  userId: string
  secret: string
}

/** The account with a password that `email` (lower case) signs in to, or null; null for a disabled one. */
export async function getPasswordAccount(email: string): Promise<PasswordAccount | null> {
  const row = db()
    .select({ userId: users.id, secret: accounts.secret })
    .from(users)
    .innerJoin(accounts, and(eq(accounts.issuer, localIssuer), eq(accounts.subject, users.id)))
    .where(and(eq(users.email, email), isNull(users.disabledAt)))
    .get()
  return row?.secret ? { userId: row.userId, secret: row.secret } : null
}

/** The hash of the viewer's own password, or null when they have none. */
export async function getPasswordHash(viewer: Viewer): Promise<string | null> {
  const row = db()
    .select({ secret: accounts.secret })
    .from(accounts)
    .where(and(eq(accounts.issuer, localIssuer), eq(accounts.subject, viewer.id)))
    .get()
  return row?.secret ?? null
}

/** Who somebody is at another server. An e-mail address is no part of it: it never says who somebody is. */
export interface OutsideIdentity {
  issuer: string
  subject: string
}

/** Whose account an identity opens, and whether it is disabled; null where it opens none. */
export async function getOutsideAccount({
  issuer,
  subject,
}: OutsideIdentity): Promise<{ userId: string; isDisabled: boolean } | null> {
  const row = db()
    .select({ userId: accounts.userId, disabledAt: users.disabledAt })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.issuer, issuer), eq(accounts.subject, subject)))
    .get()
  return row ? { userId: row.userId, isDisabled: row.disabledAt !== null } : null
}

/** The issuers by which the viewer signs in, `localIssuer` for a password. */
export async function listIssuers(viewer: Viewer): Promise<string[]> {
  const rows = db().select({ issuer: accounts.issuer }).from(accounts).where(eq(accounts.userId, viewer.id)).all()
  return rows.map(({ issuer }) => issuer)
}

/** How many people have an account here. */
export async function getUserCount(): Promise<number> {
  return (
    db()
      .select({ n: count() })
      .from(users)
      .where(sql`${users.email} not like 'removed:%'`)
      .get()?.n ?? 0
  )
}
