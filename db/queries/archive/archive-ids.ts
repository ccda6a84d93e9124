import { createHash } from 'node:crypto'
import type { Viewer } from '#lib/auth/viewer.ts'
import { addressKey } from '#lib/addresses/same-address.ts'
import { db } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { mergedReadings, readings } from '#db/schema/index.ts'

/** A reading as an archive names it. */
export interface NamedReading {
  id: string
  title: string
  url: string
}

/** Readings of an archive that are not here by their id: where they are found by an address, and what is not known. */
export interface ReadingsHere {
  /** Takes in what the archive says of a reading. */
  add: (reading: NamedReading) => void
  /** The id here for one of the archive, by its id or an address that it has or had; null where there is none. */
  find: (id: string) => string | null
  /** How the archive names it. */
  name: (id: string) => NamedReading
}

/** Finds the readings here for those of an archive. */
export function readingsHere(): ReadingsHere {
  const rows = db().select({ id: readings.id, url: readings.url, formerUrls: readings.formerUrls }).from(readings).all()
  const ids = new Set(rows.map((row) => row.id))
  const byAddress = new Map<string, string>()
  for (const { id, url, formerUrls } of rows)
    for (const one of [url, ...formerUrls]) byAddress.set(addressKey(one) ?? one, id)
  const merged = new Map(
    db()
      .select()
      .from(mergedReadings)
      .all()
      .map((row) => [row.id, row.readingId]),
  )
  const others = new Map<string, NamedReading>()
  return {
    add: (reading) => {
      if (!ids.has(reading.id)) others.set(reading.id, reading)
    },
    find: (id) => {
      if (ids.has(id)) return id
      const into = merged.get(id)
      if (into !== undefined) return into
      const url = others.get(id)?.url
      return url === undefined ? null : (byAddress.get(addressKey(url) ?? url) ?? null)
    },
    name: (id) => others.get(id) ?? { id, title: id, url: '' },
  }
}

/** Whether somebody else here has a row under this id, on any plan that the viewer is not on. */
const findTaken = prepared((database) => {
  const ofOthersPlan = (table: string, planId: string) =>
    `exists (select 1 from ${table} t where t.id = @id and not exists (select 1 from members m
      where m.plan_id = t.${planId} and m.user_id = @user and m.joined_at is not null))`
  const ofOthers = (table: string) => `exists (select 1 from ${table} where id = @id and user_id <> @user)`
  const anywhere = [
    ofOthersPlan('plans', 'id'),
    ofOthersPlan('phases', 'plan_id'),
    ofOthersPlan('items', 'plan_id'),
    ...['repairs', 'lists', 'study_events', 'answers', 'reviews'].map(ofOthers),
  ]
  return database.$client.prepare<[{ id: string; user: string }], number>(`select ${anywhere.join(' or ')}`).pluck()
})

/**
 * Gives each id of an archive the id that it has here: its own, or one made of it and the viewer's where somebody else
 * here has it, which happens when an archive is brought into another account of the same server.
 */
export function idsHere(viewer: Viewer): (id: string) => string {
  return (id) => (findTaken().get({ id, user: viewer.id }) === 1 ? derived(viewer, id) : id)
}

function derived(viewer: Viewer, id: string): string {
  return createHash('sha256').update(`${viewer.id}\n${id}`).digest('base64url').slice(0, 32)
}
