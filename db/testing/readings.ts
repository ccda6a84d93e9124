import { db } from '#db/client.ts'
import { listings, allReadings, sections } from '#db/schema/index.ts'

/** Puts readings with these ids into the process's database, an article of 12 minutes each unless told otherwise. */
export function createReadings(ids: string[], facts: Partial<typeof allReadings.$inferInsert> = {}): void {
  const section = { id: 'architecture', title: 'Architecture', position: 1 }
  db().insert(sections).values(section).onConflictDoNothing().run()
  for (const [position, id] of ids.entries()) {
    db()
      .insert(allReadings)
      .values({
        id,
        title: `Title of ${id}`,
        rowTitle: `Title of ${id}`,
        fullTitle: `Title of ${id}`,
        url: `https://example.org/${id}`,
        formerUrls: [],
        medium: 'article',
        parts: 1,
        minutes: 12,
        listedOn: '2018-01-01',
        ...facts,
      })
      .run()
    db()
      .insert(listings)
      .values({
        id: `${id}@architecture`,
        readingId: id,
        sectionId: 'architecture',
        title: `Title of ${id}`,
        introduction: false,
        position,
        origin: 'shipped',
      })
      .run()
  }
}
