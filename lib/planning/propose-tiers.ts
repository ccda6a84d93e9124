import type { Tier } from './types.ts'

/** A plan of at most so many readings is all must: nothing is said by ranking them. */
const ALL_MUST = 6

/**
 * Proposes how important each reading of a plan of one's own is: under each heading the first third is must, the second
 * should, the last could. Of a short plan all are must.
 *
 * @param groups ids of readings by heading, in order; one that comes twice counts where it came first
 */
export function proposeTiers(groups: readonly (readonly string[])[]): Map<string, Tier> {
  const tiers = new Map<string, Tier>()
  const isShort = new Set(groups.flat()).size <= ALL_MUST
  for (const group of groups) {
    const fresh = group.filter((id, index) => !tiers.has(id) && group.indexOf(id) === index)
    for (const [index, id] of fresh.entries()) {
      const share = index / fresh.length
      tiers.set(id, isShort || share < 1 / 3 ? 'must' : share < 2 / 3 ? 'should' : 'could')
    }
  }
  return tiers
}
