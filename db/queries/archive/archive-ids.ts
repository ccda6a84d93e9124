import { createHash } from 'node:crypto'
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Archive } from '#lib/api/archive-file.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { addressKey } from '#lib/addresses/same-address.ts'
import { items, lists, members, phases, plans, readings, repairs, studyEvents } from '#db/schema/index.ts'
import type { Reader } from '#db/queries/planning/memberships.ts'

/** Finds the reading here for one of an archive: by id, else by an address that it has or had. */
export function readingsHere(reader: Reader, archive: Archive): (id: string) => string | null {
  const rows = reader
    .select({ id: readings.id, url: readings.url, formerUrls: readings.formerUrls })
    .from(readings)
    .all()
  const ids = new Set(rows.map((row) => row.id))
  const byAddress = new Map<string, string>()
  for (const { id, url, formerUrls } of rows)
    for (const one of [url, ...formerUrls]) byAddress.set(addressKey(one) ?? one, id)
  const urls = new Map(archive.readings.map((reading) => [reading.id, reading.url]))
  return (id) => {
    if (ids.has(id)) return id
    const url = urls.get(id)
    return url === undefined ? null : (byAddress.get(addressKey(url) ?? url) ?? null)
  }
}

/**
 * Gives each id of an archive the id that it has here: its own, or one made of it and the viewer's where somebody else
 * here has it, which happens when an archive is brought into another account of the same server.
 */
export function idsHere(reader: Reader, viewer: Viewer, archive: Archive): (id: string) => string {
  const ownPlans = new Set(
    reader
      .select({ id: members.planId })
      .from(members)
      .where(and(eq(members.userId, viewer.id), isNotNull(members.joinedAt)))
      .all()
      .map((row) => row.id),
  )
  const planIds = archive.plans.map((plan) => plan.id)
  const taken = new Set([
    ...present(reader, plans, plans.id, planIds).filter((id) => !ownPlans.has(id)),
    ...ofOtherPlans(
      reader,
      phases,
      archive.plans.flatMap((plan) => plan.phases.map((phase) => phase.id)),
      ownPlans,
    ),
    ...ofOtherPlans(
      reader,
      items,
      archive.plans.flatMap((plan) => plan.items.map((item) => item.id)),
      ownPlans,
    ),
    ...ofOthers(
      reader,
      repairs,
      archive.plans.flatMap((plan) => plan.repairs.map((repair) => repair.id)),
      viewer,
    ),
    ...ofOthers(
      reader,
      lists,
      archive.lists.map((list) => list.id),
      viewer,
    ),
    ...ofOthers(
      reader,
      studyEvents,
      archive.events.map((event) => event.id),
      viewer,
    ),
  ])
  return (id) => (taken.has(id) ? derived(viewer, id) : id)
}

function derived(viewer: Viewer, id: string): string {
  return createHash('sha256').update(`${viewer.id}\n${id}`).digest('base64url').slice(0, 32)
}

/** SQLite takes some 32,000 values a statement. */
function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / 10_000) }, (_, index) =>
    ids.slice(index * 10_000, (index + 1) * 10_000),
  )
}

function present(reader: Reader, table: typeof plans, column: SQLiteColumn, ids: string[]): string[] {
  return chunks(ids).flatMap((some) =>
    reader
      .select({ id: table.id })
      .from(table)
      .where(inArray(column, some))
      .all()
      .map((row) => row.id),
  )
}

function ofOtherPlans(
  reader: Reader,
  table: typeof phases | typeof items,
  ids: string[],
  ownPlans: ReadonlySet<string>,
): string[] {
  return chunks(ids).flatMap((some) =>
    reader
      .select({ id: table.id, planId: table.planId })
      .from(table)
      .where(inArray(table.id, some))
      .all()
      .flatMap((row) => (ownPlans.has(row.planId) ? [] : [row.id])),
  )
}

function ofOthers(
  reader: Reader,
  table: typeof repairs | typeof lists | typeof studyEvents,
  ids: string[],
  viewer: Viewer,
): string[] {
  return chunks(ids).flatMap((some) =>
    reader
      .select({ id: table.id })
      .from(table)
      .where(and(inArray(table.id, some), ne(table.userId, viewer.id)))
      .all()
      .map((row) => row.id),
  )
}
