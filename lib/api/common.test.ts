import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { email } from './accounts.ts'
import { isoDay, line, readingId, text, timeZone } from './common.ts'

const takes = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

test('a day is one that the calendar has', () => {
  for (const day of ['2026-03-31', '2024-02-29', '1970-01-01']) expect(takes(isoDay, day)).toBe(true)
  for (const day of [
    '2026-02-29',
    '2026-13-01',
    '2026-3-1',
    '20260301',
    '2026-03-01T00:00',
    '0001-01-01',
    '9999-01-01',
    5,
  ])
    expect(takes(isoDay, day)).toBe(false)
})

test('a time zone is a name that the runtime knows', () => {
  for (const zone of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires'])
    expect(takes(timeZone, zone)).toBe(true)
  for (const zone of ['', '+02:00', 'Mars/Base', 'Europe/Berlin; drop', 'x'.repeat(65)])
    expect(takes(timeZone, zone)).toBe(false)
})

test('an id is lower-case words with dashes', () => {
  expect(takes(readingId, 'how-to-design-a-good-api')).toBe(true)
  for (const id of ['', '-a', 'a-', 'a--b', 'A', 'a_b', '../etc', 'a/b', 'a\n'])
    expect(takes(readingId, id)).toBe(false)
})

test('text that passes comes back from UTF-8 as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (value) => {
      const parsed = text(20).safeParse(value)
      if (!parsed.success) return
      expect(Buffer.from(parsed.data, 'utf8').toString('utf8')).toBe(value)
      expect(parsed.data).not.toContain('\0')
      expect(parsed.data.length).toBeLessThanOrEqual(20)
    }),
  )
})

test('a line is never empty and never holds a line break', () => {
  expect(line(9).parse('  a \n b ')).toBe('a b')
  for (const value of ['', '  ', '\n\t', 'x'.repeat(10)]) expect(takes(line(9), value)).toBe(false)
})

test('an e-mail address is kept in one spelling', () => {
  expect(email.parse('  Ada@Example.ORG ')).toBe('ada@example.org')
  for (const value of ['', 'ada', 'ada@', '@example.org', 'a b@example.org', `${'x'.repeat(250)}@example.org`])
    expect(takes(email, value)).toBe(false)
})
