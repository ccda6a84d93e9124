import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAtom } from './atom.ts'

const feed = {
  address: 'https://example.org/feeds/secret.atom',
  planAddress: 'https://example.org/plans/p1',
  title: 'Team <plan> & co',
  updatedAt: Date.parse('2026-03-04T12:00:00Z'),
  entries: [{ id: 'u1:i1:5', text: 'Ada did “<script>” & more', at: Date.parse('2026-03-04T12:00:00Z') }],
}

test('a feed names itself, its plan and what happened, with signs of XML made harmless', () => {
  const xml = toAtom(feed)
  expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
  expect(xml).toContain('rel="self" href="https://example.org/feeds/secret.atom"')
  expect(xml).toContain('<id>urn:loadpath:event:u1%3Ai1%3A5</id>')
  expect(xml).toContain('<updated>2026-03-04T12:00:00.000Z</updated>')
  expect(xml).toContain('<title type="html"><![CDATA[Ada did “&lt;script&gt;” &amp; more]]></title>')
})

test('whatever words are in it, the feed holds no sign that XML forbids and closes every element', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const text = words.toWellFormed()
      const xml = toAtom({ ...feed, title: text, entries: [{ id: 'a', text, at: 0 }] })
      expect(xml).not.toMatch(/[^\P{Cc}\t\n\r]/u)
      expect(xml.match(/<entry>/g)).toHaveLength(1)
      expect(xml.match(/<\/entry>/g)).toHaveLength(1)
      expect(xml.trim().endsWith('</feed>')).toBe(true)
    }),
  )
})
