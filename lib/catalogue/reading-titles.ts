/** What the titles of a reading are made of. */
export interface TitleFacts {
  /** As the list calls it, without its tails. */
  title: string
  /** As the work calls itself, where that is known and differs. */
  workTitle: string | null
  organisation: string | null
  /** What the list says at the reading's places, with its tails. */
  listed: readonly string[]
  /** Whether it introduces a topic: the list then names the topic there, not the work. */
  introduction: boolean
}

/** The two titles that a reading is shown by. */
export interface ReadingTitles {
  /** Where the organisation stands beside it, as in a row of a list. */
  rowTitle: string
  /** Where it does not: "Airflow at Grab". */
  fullTitle: string
}

/**
 * The titles that a reading is shown by. An introduction is shown as its work calls itself. The full title ends on the
 * organisation unless it names it already: "at Grab" where the list puts it so, "(Google)" where the organisation only
 * published it.
 */
export function titlesOf({ title, workTitle, organisation, listed, introduction }: TitleFacts): ReadingTitles {
  const isWork = introduction && workTitle !== null
  const rowTitle = isWork ? workTitle : title
  if (organisation === null || names(rowTitle, organisation)) return { rowTitle, fullTitle: rowTitle }
  const isTold = !isWork && listed.some((text) => tellsWhere(text, title))
  return { rowTitle, fullTitle: isTold ? `${rowTitle} at ${organisation}` : `${rowTitle} (${organisation})` }
}

/**
 * What a reading is called at one of its places, where the organisation stands beside it: the place's own words without
 * "at Grab", "(2 parts)" and the speaker, or the work's title where the place only names its topic.
 * @param listed what the list says there.
 * @param first what the list says at the reading's first place, which `title` was made from.
 */
export function placeTitle(
  { title, rowTitle, organisation }: { title: string; rowTitle: string; organisation: string | null },
  { listed, first, introduction }: { listed: string; first: string; introduction: boolean },
): string {
  if (introduction) return rowTitle
  if (listed === first) return title
  const plain = listed.replaceAll(/ \(\d{1,2} parts?\)/gi, '').replace(/ [-–] \p{Lu}[^,]*,.*$/u, '')
  return organisation === null ? plain : plain.replace(new RegExp(` at ${escaped(organisation)}$`, 'iu'), '')
}

/** Whether the text names the organisation, as words of their own. */
function names(text: string, organisation: string): boolean {
  const name = organisation.replace(/^the /i, '')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

/** Whether the list puts it as somebody's: "Airflow at Grab", "Search Service at Twitter (2014)". */
function tellsWhere(listed: string, title: string): boolean {
  const said = listed.replace(/ [-–] \p{Lu}[^,]*,.*$/u, '')
  return said.startsWith(title) ? / at /i.test(said.slice(title.length)) : / at \P{Ll}/u.test(said)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
