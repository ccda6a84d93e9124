import { freeSlug, slugOf } from './title-key.ts'

/**
 * The id for a new reading: a slug of its title without "(2 parts)", unique among `taken`. Depends on nothing else, so
 * the same list gives the same ids on every machine. `taken` must hold every id ever given, delisted readings too;
 * `numbers` is for `freeSlug`.
 */
export function newReadingId(
  title: string,
  taken: { has(id: string): boolean },
  numbers?: Map<string, number>,
): string {
  return freeSlug(slugOf(title.replace(/\(\d+ parts?\)/gi, ' '), 'reading'), taken, numbers)
}
