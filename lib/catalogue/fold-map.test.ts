import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldMap } from './fold-map.ts'

const anySections = fc
  .array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }), { minLength: 1, maxLength: 11 })
  .map((sizes) =>
    sizes.map((topics, section) => ({
      id: `s${section}`,
      title: `Section ${section}`,
      topics: topics.map((size, topic) => ({
        path: `s${section}/t${topic}`,
        title: `Distributed Transactions ${topic}`,
        readingIds: Array.from({ length: size }, (_, at) => `${section} ${topic} ${at}`),
        listed: size,
      })),
    })),
  )

test('every reading of a section stands in one of its tiles, and a tile that shares its section has a name', () => {
  fc.assert(
    fc.property(anySections, fc.constantFrom(343, 690, 1072), (sections, width) => {
      for (const { section, tiles } of foldMap(sections, width, 900)) {
        const all = sections.find(({ id }) => id === section.id)!
        const shown = tiles.flatMap(({ topic }) => topic.readingIds)
        expect(shown.toSorted()).toEqual(all.topics.flatMap(({ readingIds }) => readingIds).toSorted())
        const folds = tiles.reduce((sum, tile) => sum + (tile.folds || 1), 0)
        expect(folds).toBe(all.topics.length)
        if (tiles.length > 1) for (const { label } of tiles) expect(label?.name).toBeTruthy()
      }
    }),
  )
})
