import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy'

/** What the map shows of a section: its topics straight under it, and as `id` null what it lists itself. */
export interface MapSection {
  id: string
  title: string
  topics: MapTopic[]
}

/** A tile: a topic with all that lies below it. */
export interface MapTopic {
  /** Where it leads, below `/catalogue/`. */
  path: string
  title: string
  readingIds: string[]
  /** How many of them the list still holds. */
  listed: number
}

/** A rectangle: `x` and `width` in percent of the map's width, `y` and `height` in pixels. */
export interface Box {
  x: number
  width: number
  y: number
  height: number
}

/** Where a section stands, and each of its tiles. `label` heights are in pixels and lie at the section's top. */
export interface MapBoxes {
  section: MapSection
  box: Box
  tiles: { topic: MapTopic; box: Box; widthPx: number }[]
}

/** Height of a section's label, in pixels. */
export const labelHeight = 24

/**
 * Lays the catalogue out as a treemap, each tile as large as it has readings (squarified: Bruls, Huizing and van Wijk,
 * 2000). `widthPx` is the width at which the tiles come out squarest; the map stretches to any other.
 */
export function layOutMap(sections: MapSection[], widthPx: number, height: number): MapBoxes[] {
  interface Node {
    section?: MapSection
    topic?: MapTopic
    children?: Node[]
  }
  // Large ones first: squarified tiles come out squarer.
  const size = (topics: MapTopic[]) => topics.reduce((sum, topic) => sum + topic.readingIds.length, 0)
  const bySize = sections.toSorted((a, b) => size(b.topics) - size(a.topics))
  const root = hierarchy<Node>({
    children: bySize.map((section) => ({
      section,
      children: section.topics.toSorted((a, b) => size([b]) - size([a])).map((topic) => ({ topic })),
    })),
  }).sum((node) => node.topic?.readingIds.length ?? 0)
  const placed = treemap<Node>()
    .tile(treemapSquarify.ratio(1.4))
    .size([widthPx, height])
    .paddingInner(2)
    .paddingOuter(0)
    .paddingTop((node) => (node.depth === 1 ? labelHeight : 0))(root)
  const percent = (px: number) => Number(((px / widthPx) * 100).toFixed(2))
  const boxOf = ({ x0, x1, y0, y1 }: { x0: number; x1: number; y0: number; y1: number }): Box => ({
    x: percent(x0),
    width: percent(x1 - x0),
    y: Math.round(y0),
    height: Math.round(y1) - Math.round(y0),
  })
  return (placed.children ?? []).flatMap((node) =>
    node.data.section
      ? {
          section: node.data.section,
          box: boxOf(node),
          tiles: (node.children ?? []).flatMap((tile) =>
            tile.data.topic ? { topic: tile.data.topic, box: boxOf(tile), widthPx: tile.x1 - tile.x0 } : [],
          ),
        }
      : [],
  )
}

/** What fits into a tile: the name, how many lines of it, whether small, and whether the count fits below. */
export interface TileLabel {
  name: string
  lines: number
  small: boolean
  count: boolean
}

const lineHeight = 17
const padding = 13

/**
 * Chooses what a tile of this name says: without a leading "Distributed" where that word does not fit, with soft hyphens
 * where another long one does not, the count alone where none of it does, nothing where not even that does.
 */
export function labelTile(name: string, widthPx: number, height: number): TileLabel | null {
  const room = widthPx - padding
  const lines = Math.floor((height - 6) / lineHeight)
  if (lines < 1 || widthPx < 2 * padding) return null
  const short = name.replace(/^Distributed (?=.)/, '')
  const inParts = hyphenated(short)
  for (const [words, size] of [name, short, inParts].flatMap((each) => [[each, 13] as const, [each, 11] as const])) {
    if (Math.max(...words.split(/[\s-]+/).map(widestPart)) * size > room) continue
    const needed = Math.ceil((widthOf(words) * size * 1.1) / room)
    const count = needed < lines
    return { name: words, lines: count ? lines - 1 : lines, small: size === 11, count }
  }
  return { name: '', lines: 1, small: false, count: true }
}

/** Whether Chromium knows where to part a word depends on what is installed; these are the catalogue's long ones. */
function hyphenated(words: string): string {
  return words.replace(
    /(?<=\p{L}{3})(?=(?:[cglt]ing|guages|ment|rency|scaling|services|t?ture|t?tion|works)s?\b)/giu,
    '\u00AD',
  )
}

function widestPart(word: string): number {
  const parts = word.split('\u00AD')
  return Math.max(...parts.map((part, i) => widthOf(part) + (i < parts.length - 1 ? 0.34 : 0)))
}

/** How wide words are in the interface's sans at a size of 1; up to 6 % more than measured. */
function widthOf(words: string): number {
  let width = 0
  for (const letter of words.replaceAll('\u00AD', ''))
    width += widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.59
  return width
}

const widths = [
  [/[ijlI .,'()]/, 0.29],
  [/[frt-]/, 0.39],
  [/[cskvxyz]/, 0.53],
  [/[mwMW]/, 0.87],
  [/\p{Lu}/u, 0.7],
] as const

/** How many readings the map shows, each once. */
export function countReadings(sections: readonly MapSection[]): number {
  return new Set(sections.flatMap(({ topics }) => topics.flatMap(({ readingIds }) => readingIds))).size
}
