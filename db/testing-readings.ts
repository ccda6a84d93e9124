import { db } from './client.ts'
import { readings } from './schema/index.ts'

/** A reading straight in the table, its title its id unless the test says otherwise. */
export function makeReading(id: string, given: Partial<typeof readings.$inferInsert> = {}): void {
  db()
    .insert(readings)
    .values({
      id,
      title: id,
      url: `https://example.org/${id}`,
      formerUrls: [],
      medium: 'article',
      parts: 1,
      minutes: 20,
      listedOn: '2020-01-01',
      ...given,
    })
    .run()
}
