import { slugify } from '#lib/slug.ts'

const longestTitle = 300

/** A title fit to show: one line, no emoji shortcodes (`:ocean:`), no invisible characters but joiners within a word, at most 300 long. */
export function cleanTitle(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu, (sign, at: number, whole: string) => {
      if (/\s/.test(sign)) return ' '
      // Joiners within a word are spelling in Persian, and part of an emoji.
      const isWithin =
        /[\p{L}\p{M}\p{S}]/u.test(whole.slice(0, at).slice(-2)) &&
        /^[\p{L}\p{M}\p{S}]/u.test(whole.slice(at + 1, at + 3))
      return /[\u200C\u200D]/.test(sign) && isWithin ? sign : ''
    })
    .replace(/(^|\s):[a-z0-9_+-]+:(?=\s|:|$)/g, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, longestTitle)
    .trim()
}

/**
 * What two spellings of one title have in common: lower case, no diacritics, "&" as "and", letters and digits apart by
 * single spaces. Empty when the title holds neither letter nor digit.
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/(\p{L})['’ʼ](?=\p{L})/gu, '$1')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
}

/** A slug of at most `longest` characters, cut between words: a-z, 0-9 and single hyphens; `fallback` for none. */
export function slugOf(title: string, fallback: string, longest = 60): string {
  const words = slugify(title).split('-')
  let slug = ''
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > longest) break
    slug = slug ? `${slug}-${word}` : word.slice(0, longest)
  }
  return slug || fallback
}

/**
 * The first of `slug`, `slug-2`, `slug-3`, … that is not taken. Who asks often, of a `taken` that only grows, keeps
 * `numbers`: up to where each slug is taken.
 */
export function freeSlug(
  slug: string,
  taken: { has(slug: string): boolean },
  numbers: Map<string, number> = new Map(),
): string {
  if (!taken.has(slug)) return slug
  let n = numbers.get(slug) ?? 2
  while (taken.has(`${slug}-${n}`)) n++
  numbers.set(slug, n)
  return `${slug}-${n}`
}
