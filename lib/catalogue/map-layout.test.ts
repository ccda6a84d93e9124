import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelHeight, labelTile, layOutMap } from './map-layout.ts'

const anySections = fc
  .array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 11 })
  .map((sizes) =>
    sizes.map((topics, section) => ({
      id: `s${section}`,
      title: `Section ${section}`,
      topics: topics.map((size, topic) => ({
        path: `s${section}/t${topic}`,
        title: `Topic ${topic}`,
        readingIds: Array.from({ length: size }, (_, at) => `r${at}`),
        listed: size,
      })),
    })),
  )

describe('the map of the catalogue', () => {
  it('shows each topic once, inside its section and inside the map', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const boxes = layOutMap(sections, 1072, 620)
        const shown = boxes.flatMap(({ tiles }) => tiles.map(({ topic }) => topic.path))
        expect(shown.toSorted()).toEqual(sections.flatMap(({ topics }) => topics.map((topic) => topic.path)).toSorted())
        for (const { box, tiles } of boxes) {
          expect(box.x + box.width).toBeLessThanOrEqual(100.1)
          expect(box.y + box.height).toBeLessThanOrEqual(620)
          // A section lower than its label has no room inside.
          if (box.height <= 2 * labelHeight) continue
          for (const tile of tiles) {
            expect(tile.box.y).toBeGreaterThanOrEqual(box.y + labelHeight - 1)
            expect(tile.box.y + tile.box.height).toBeLessThanOrEqual(box.y + box.height + 1)
            expect(tile.box.x).toBeGreaterThanOrEqual(box.x - 0.1)
          }
        }
      }),
    )
  })

  it('gives a topic of twice the readings about twice the room', () => {
    const topic = (path: string, size: number) => ({
      path,
      title: path,
      readingIds: Array.from({ length: size }, String),
      listed: size,
    })
    const [section] = layOutMap([{ id: 's', title: 'S', topics: [topic('one', 10), topic('two', 20)] }], 1000, 500)
    const area = (path: string) => {
      const box = section?.tiles.find((tile) => tile.topic.path === path)?.box
      return (box?.width ?? 0) * (box?.height ?? 0)
    }
    expect(area('two') / area('one')).toBeCloseTo(2, 1)
  })

  it('says of a tile what fits into it', () => {
    expect(labelTile('NoSQL Databases', 180, 200)).toEqual({
      name: 'NoSQL Databases',
      lines: 10,
      small: false,
      count: true,
    })
    expect(labelTile('HTTP Caching', 68, 40)).toEqual({
      name: 'HTTP Caching',
      lines: 2,
      small: false,
      count: false,
    })
    expect(labelTile('Microservices and Orchestration', 90, 60)?.small).toBe(true)
    expect(labelTile('Concurrency', 72, 60)).toMatchObject({ name: 'Concur\u00ADrency', small: false })
    expect(labelTile('Distributed Logging', 62, 80)).toMatchObject({ name: 'Logging', count: true })
    expect(labelTile('Microservices', 40, 100)).toMatchObject({ name: '', count: true })
    expect(labelTile('Go', 20, 100)).toBeNull()
    expect(labelTile('Go', 100, 10)).toBeNull()
  })
})
