import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm'
import type { LinkState } from '#lib/link-checks/outcome.ts'
import { db } from '#db/client.ts'
import { type CatalogueAdmin, requireCatalogueAdmin } from '#db/catalogue-admin.ts'
import { linkChecks, linkReports, readings, users } from '#db/schema/index.ts'

/** The columns of a check that leave the server. */
const stateColumns = {
  url: linkChecks.url,
  status: linkChecks.status,
  httpStatus: linkChecks.httpStatus,
  location: linkChecks.location,
  failures: linkChecks.failures,
  reason: linkChecks.reason,
  checkedOn: linkChecks.checkedOn,
}

/** Every reading's address with what is known of it: what the checker looks at. */
export async function listLinkTargets(): Promise<{ id: string; url: string; state: LinkState | null }[]> {
  return db()
    .select({ id: readings.id, url: readings.url, state: stateColumns })
    .from(readings)
    .leftJoin(linkChecks, eq(linkChecks.readingId, readings.id))
    .orderBy(asc(readings.id))
    .all()
}

/** How many present addresses the last checks found how; `unchecked` were never looked at. */
export interface LinkCounts {
  alive: number
  moved: number
  dead: number
  unknown: number
  unchecked: number
  /** ISO day of the newest check; null before the first. */
  checkedOn: string | null
}

/** @throws Problem 403 for nobody's admin. */
export async function getLinkCounts(admin: CatalogueAdmin): Promise<LinkCounts> {
  requireCatalogueAdmin(admin)
  const counts: LinkCounts = { alive: 0, moved: 0, dead: 0, unknown: 0, unchecked: 0, checkedOn: null }
  for (const { url, state } of await listLinkTargets()) {
    counts[state?.url === url ? state.status : 'unchecked']++
    if (state && state.checkedOn > (counts.checkedOn ?? '')) counts.checkedOn = state.checkedOn
  }
  return counts
}

/** A link that a person should look at. */
export interface TroubledLink extends LinkState {
  id: string
  title: string
  delistedOn: string | null
}

/**
 * The links that are dead, moved or failing, the listed readings' first.
 * @throws Problem 403 for nobody's admin.
 */
export async function listTroubledLinks(admin: CatalogueAdmin): Promise<TroubledLink[]> {
  requireCatalogueAdmin(admin)
  return db()
    .select({ id: readings.id, title: readings.fullTitle, delistedOn: readings.delistedOn, ...stateColumns })
    .from(linkChecks)
    .innerJoin(readings, and(eq(readings.id, linkChecks.readingId), eq(readings.url, linkChecks.url)))
    .where(or(eq(linkChecks.status, 'dead'), eq(linkChecks.status, 'moved'), gt(linkChecks.failures, 0)))
    .orderBy(asc(isNotNull(readings.delistedOn)), asc(linkChecks.status), asc(readings.fullTitle))
    .all()
}

/** What somebody said of a reading's address, waiting for a decision. */
export interface OpenReport {
  id: string
  kind: 'dead' | 'moved' | 'paywall'
  /** Where it moved to, with `moved`. */
  url: string | null
  createdAt: number
  reading: { id: string; title: string; url: string }
  /** Null when their account is gone. */
  reporter: string | null
}

/**
 * The reports that nobody decided yet, oldest first.
 * @throws Problem 403 for nobody's admin.
 */
export async function listOpenReports(admin: CatalogueAdmin): Promise<OpenReport[]> {
  requireCatalogueAdmin(admin)
  return db()
    .select({
      id: linkReports.id,
      kind: linkReports.kind,
      url: linkReports.url,
      createdAt: linkReports.createdAt,
      reading: { id: readings.id, title: readings.fullTitle, url: readings.url },
      reporter: users.name,
    })
    .from(linkReports)
    .innerJoin(readings, eq(readings.id, linkReports.readingId))
    .leftJoin(users, eq(users.id, linkReports.userId))
    .where(eq(linkReports.state, 'open'))
    .orderBy(asc(linkReports.createdAt), asc(linkReports.id))
    .all()
}
