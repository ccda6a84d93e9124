import { expect, test } from 'vitest'
import { blanked } from './blanked.ts'

test('a sentence keeps what is counted, and loses every number and the units that give it away', () => {
  const sentence = '300,000 reads and 6,000 posts a second, 6 TB at 500 bytes each'
  expect(blanked({ sentence, at: 0 })).toBe('[?] reads and … posts a second, … at … each')
  expect(blanked({ sentence, at: sentence.indexOf('6 TB') })).toBe('… reads and … posts a second, [?] at … each')
})
