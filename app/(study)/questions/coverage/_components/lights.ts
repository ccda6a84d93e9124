import type { Light } from '#lib/questions/coverage.ts'

/** What each light of the grid means. */
export const lights: Record<Light, string> = {
  none: 'Not read yet',
  read: 'Read',
  carded: 'Read, with a case card',
  practised: 'Practised at 2 of 3 or better',
}
