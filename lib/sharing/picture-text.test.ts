import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureText } from './picture-text.ts'

test('accents that the typefaces lack fall away, other signs leave a space', () => {
  expect(pictureText('Café Ördög Żółć', 50)).toBe('Café Ördög Zó c')
  expect(pictureText('Uber 🚕 on the 14th', 50)).toBe('Uber on the 14th')
  expect(pictureText('設計', 50)).toBe('')
})

test('any text comes out short and without a sign that would be asked for on the network', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 30 }), (text, max) => {
      const shown = pictureText(text, max)
      expect(shown.length).toBeLessThanOrEqual(max)
      expect(shown).toMatch(/^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013-\u2026\u20ac\u2122\u2212]*$/)
    }),
  )
})
