import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test('signing in leads back to where somebody was going', () => {
  expect(safePath('/plans/abc?day=2026-03-31#today')).toBe('/plans/abc?day=2026-03-31#today')
  expect(safePath('/readings/a-b')).toBe('/readings/a-b')
})

test.each([
  undefined,
  null,
  ['/a'],
  '',
  'today',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  '/api/auth/signout',
  `/${'x'.repeat(8001)}`,
])('signing in does not lead to %j', (to) => {
  expect(safePath(to)).toBe('/today')
})

test('whatever it is given, the browser stays on this server', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[/\\.\t:a@%-]{1,12}$/)),
      (to) => {
        expect(new URL(safePath(to), 'https://read.example.org').origin).toBe('https://read.example.org')
      },
    ),
  )
})
