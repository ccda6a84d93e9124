import type { Transaction } from '#db/client.ts'
import { bumpRevision } from '#db/mutations/catalogue/catalogue-state.ts'
import { rebuildSearchIndex } from '#db/queries/search/search.ts'
import { listings, readingPeople, allReadings, readings, readingTechnologies } from '#db/schema/index.ts'

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Fills the catalogue up to `size` readings with made ones: the title begins as one real reading's and ends as
 * another's, with a number between, so that words are as frequent as in the real list and some are there only once;
 * organisation, people, technologies, medium and place are those of real readings.
 */
export function addMadeReadings(tx: Transaction, size: number): void {
  const random = seededRandom(1066)
  const real = tx.select().from(readings).all()
  const people = tx.select().from(readingPeople).all()
  const technologies = tx.select().from(readingTechnologies).all()
  const places = tx.select().from(listings).all()
  const pick = <T>(from: T[]): T => from[Math.floor(random() * from.length)] as T
  for (let number = real.length; number < size; number++) {
    const id = `made-${number}`
    const [first, second, place] = [pick(real), pick(real), pick(places)]
    const words = second.title.split(' ')
    const title = `${first.title.split(' ').slice(0, 4).join(' ')} m${number} ${words.slice(-4).join(' ')}`
    const url = `https://example.org/${id}`
    tx.insert(allReadings)
      .values({ ...first, id, title, rowTitle: title, fullTitle: title, url, formerUrls: [], shipped: null })
      .run()
    tx.insert(listings)
      .values({
        ...place,
        id: `${id}@${place.topicId ?? place.sectionId}`,
        readingId: id,
        title,
        position: 10_000 + number,
        seedOrder: null,
      })
      .run()
    for (const row of people)
      if (row.readingId === first.id)
        tx.insert(readingPeople)
          .values({ ...row, readingId: id })
          .run()
    for (const row of technologies)
      if (row.readingId === second.id)
        tx.insert(readingTechnologies)
          .values({ ...row, readingId: id })
          .run()
  }
  rebuildSearchIndex(tx)
  bumpRevision(tx, 0)
}
