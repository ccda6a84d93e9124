import { eq } from 'drizzle-orm'
import type { ContentReading } from '#lib/catalogue/content.ts'
import { slugify } from '#lib/slug.ts'
import type { Transaction } from '#db/client.ts'
import {
  organisations,
  readingPeople,
  allReadings,
  readings,
  readingTechnologies,
  technologies,
} from '#db/schema/index.ts'

/**
 * Sets facts of a reading, making the reading, its organisation and its technologies where they are new; facts that
 * are not named stay as they are. A new reading needs all of them. Call `deriveTitles` once its places stand.
 */
export function setReadingFacts(tx: Transaction, id: string, facts: Partial<ContentReading>): void {
  const { organisation, people, technologies: names, id: _, minutes, minutesBasis, mergedIds: __, ...columns } = facts
  const organisationId = organisation === undefined ? undefined : ensureOrganisation(tx, organisation)
  const exists = tx.select({ basis: readings.minutesBasis }).from(readings).where(eq(readings.id, id)).get()
  const base = {
    ...(minutes === undefined ? {} : { baseMinutes: minutes }),
    ...(minutesBasis === undefined ? {} : { baseBasis: minutesBasis }),
  }
  // What people here really spent stands before any estimate.
  const used =
    exists?.basis === 'readers'
      ? {}
      : { ...(minutes === undefined ? {} : { minutes }), ...(minutesBasis === undefined ? {} : { minutesBasis }) }
  const row = { ...columns, ...base, ...used, ...(organisationId === undefined ? {} : { organisationId }) }
  if (!exists)
    tx.insert(allReadings)
      .values({ ...(row as typeof allReadings.$inferInsert), id })
      .run()
  else if (Object.keys(row).length > 0) tx.update(allReadings).set(row).where(eq(allReadings.id, id)).run()
  if (people) {
    tx.delete(readingPeople).where(eq(readingPeople.readingId, id)).run()
    for (const [position, name] of people.entries())
      tx.insert(readingPeople).values({ readingId: id, position, name }).run()
  }
  if (names) {
    tx.delete(readingTechnologies).where(eq(readingTechnologies.readingId, id)).run()
    for (const name of names) {
      const row = { id: slugify(name), name }
      tx.insert(technologies).values(row).onConflictDoUpdate({ target: technologies.id, set: row }).run()
      tx.insert(readingTechnologies).values({ readingId: id, technologyId: row.id }).run()
    }
  }
}

function ensureOrganisation(tx: Transaction, name: string | null): string | null {
  if (name === null) return null
  const row = { id: slugify(name), name }
  tx.insert(organisations).values(row).onConflictDoUpdate({ target: organisations.id, set: row }).run()
  return row.id
}
