import { createHash } from 'node:crypto'
import { and, eq, isNull, or } from 'drizzle-orm'
import { addressKey } from '#lib/addresses/same-address.ts'
import type { Archive } from '#lib/api/archive-file.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { isOwnId } from '#lib/own/own-id.ts'
import { db } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { allReadings, mergedReadings } from '#db/schema/index.ts'

/** A reading as an archive names it. */
type NamedReading = Archive['readings'][number]

/** An own reading of an archive, under the id that it has here. */
export interface ComingReading extends NamedReading {
  own: NonNullable<NamedReading['own']>
  /** Whether it is not here yet. */
  isNew: boolean
}

/** Readings of an archive that are not here by their id: where they are found by an address, and what is not known. */
export interface ReadingsHere {
  /** Takes in what the archive says of a reading. */
  add: (reading: NamedReading) => void
  /** The id here for one of the archive, by its id or an address that it has or had; null where there is none. */
  find: (id: string) => string | null
  /** How the archive names it. */
  name: (id: string) => { id: string; title: string; url: string }
  /** The own readings that it brings. */
  own: () => ComingReading[]
}

/**
 * Finds the readings here for those of an archive: the catalogue's, and the viewer's own. An own reading that is not
 * here keeps its id, or gets one made of it where somebody else here has it: the same each time.
 */
export function readingsHere(viewer: Viewer): ReadingsHere {
  const rows = db()
    .select({ id: allReadings.id, url: allReadings.url, formerUrls: allReadings.formerUrls })
    .from(allReadings)
    .where(or(isNull(allReadings.ownerId), eq(allReadings.ownerId, viewer.id)))
    .all()
  const ids = new Set(rows.map((row) => row.id))
  const byAddress = new Map<string, string>()
  for (const { id, url, formerUrls } of rows)
    for (const one of [url, ...formerUrls]) if (one !== '') byAddress.set(addressKey(one) ?? one, id)
  const merged = new Map(
    db()
      .select()
      .from(mergedReadings)
      .all()
      .map((row) => [row.id, row.readingId]),
  )
  const others = new Map<string, NamedReading>()
  const coming = new Map<string, ComingReading>()

  /** Own readings of others that a plan shows the viewer are found by their id. */
  const isSeen = (id: string) =>
    db()
      .select({ id: allReadings.id })
      .from(allReadings)
      .where(and(eq(allReadings.id, id), maySeeReading(viewer.id)))
      .get() !== undefined
  const isFree = (id: string) =>
    db().select({ id: allReadings.id }).from(allReadings).where(eq(allReadings.id, id)).get() === undefined
  const idOf = (id: string) => {
    if (isOwnId(id) && isFree(id)) return id
    const hex = createHash('sha256').update(`${viewer.id}\n${id}`).digest('hex')
    return `own-${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')}`
  }
  const addOwn = (reading: NamedReading, own: ComingReading['own']) => {
    if (ids.has(reading.id)) {
      coming.set(reading.id, { ...reading, own, isNew: false })
      return
    }
    const key = reading.url === '' ? null : (addressKey(reading.url) ?? reading.url)
    const known = key === null ? undefined : byAddress.get(key)
    if (known !== undefined || isSeen(reading.id)) return
    const id = idOf(reading.id)
    coming.set(reading.id, { ...reading, id, own, isNew: !ids.has(id) })
    ids.add(id)
    if (key !== null) byAddress.set(key, id)
  }
  return {
    add: (reading) => {
      if (!ids.has(reading.id)) others.set(reading.id, reading)
      if (reading.own) addOwn(reading, reading.own)
    },
    find: (id) => {
      const own = coming.get(id)
      if (own) return own.id
      if (ids.has(id)) return id
      const into = merged.get(id)
      if (into !== undefined) return into
      if (isOwnId(id) && isSeen(id)) return id
      const url = others.get(id)?.url
      return url ? (byAddress.get(addressKey(url) ?? url) ?? null) : null
    },
    name: (id) => {
      const { title, url } = others.get(id) ?? { title: id, url: '' }
      return { id, title, url }
    },
    own: () => [...coming.values()],
  }
}
