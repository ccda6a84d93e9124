import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choice, JsonRows, NotJson, type Path } from './json-rows.ts'

/** Reads a text in chunks of `size` bytes. */
function read(text: string, choose: (path: Path) => Choice, size = 7): [string, unknown][] {
  const found: [string, unknown][] = []
  const reader = new JsonRows(choose, (path, value) => found.push([path.join('.'), value]))
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size))
  reader.end()
  return found
}

const rows = (path: Path): Choice => (path.length < 2 ? 'enter' : 'read')

describe('reading JSON in pieces', () => {
  it('gives what JSON.parse gives, however the text is cut and set', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.array(fc.jsonValue({ maxDepth: 4 }))),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(0, 1),
        (value, size, indent) => {
          const text = JSON.stringify(value, null, indent)
          const expected = Object.entries(JSON.parse(text) as typeof value).flatMap(([key, list]) =>
            list.map((row, index) => [`${key}.${index}`, row]),
          )
          expect(read(text, rows, size)).toEqual(expected)
        },
      ),
    )
  })

  it('passes over what nobody asked for without building it', () => {
    const text = JSON.stringify({ junk: { a: ['}', '\\"]', [1]] }, marks: [1, 2] })
    expect(read(text, (path) => (path[0] === 'junk' ? 'skip' : rows(path)))).toEqual([
      ['marks.0', 1],
      ['marks.1', 2],
    ])
  })

  it.each([
    '',
    '{',
    '{"a":[1,]}',
    '{"a" [1]}',
    '{"a":[1 2]}',
    '{"a":[tru]}',
    '[1}',
    '{"a":[1]}x',
    '{,}',
    '{"a":["\u0001"]}',
  ])('says that %j is not JSON', (text) => {
    expect(() => read(text, rows)).toThrow(NotJson)
  })

  it('refuses what is nested deeper than anything of ours', () => {
    expect(() => read(`{"a":[${'['.repeat(20_000)}${']'.repeat(20_000)}]}`, rows, 4096)).toThrow('nested too deep')
  })

  it('refuses a single entry that would fill the memory', () => {
    expect(() => read(`{"a":["${'x'.repeat(5_000_000)}"]}`, rows, 65_536)).toThrow('larger than 4 MB')
  })
})
