import { shortTopicName } from './short-name.ts'
import { labelTile, layOutMap, type MapBoxes, type MapSection, type MapTopic, type TileLabel } from './map-layout.ts'

/** A tile with what it says. `folds`: how many topics it stands for, where it is not one of them. */
export interface LabelledTile {
  topic: MapTopic
  box: MapBoxes['box']
  label: TileLabel | null
  widthPx: number
  folds: number
}

/** A section of the map with its tiles, each of which has room for its name. */
export interface FoldedBoxes extends Omit<MapBoxes, 'tiles'> {
  tiles: LabelledTile[]
}

const folded = (section: MapSection) => `${section.id}#topics`

/**
 * Lays the map out so that no tile is without a name: a section's topics that have no room for theirs become one tile,
 * "3 more", which leads to the section's own list of topics.
 */
export function foldMap(sections: readonly MapSection[], widthPx: number, height: number): FoldedBoxes[] {
  const gone = new Map<string, number>(sections.map(({ id }) => [id, 0]))
  for (;;) {
    const shown = sections.map((section) => withFold(section, gone.get(section.id)!))
    const boxes = layOutMap(shown, widthPx, height).map((box) => labelled(box, gone.get(box.section.id)!))
    let isSettled = true
    for (const { section, tiles } of boxes) {
      const nameless = tiles.filter(({ label, folds }) => folds === 0 && !label?.name).length
      const fold = tiles.find(({ folds }) => folds > 0)
      // One alone is no "more": it takes the next one along, as does a fold that has no room for its own words.
      const more = nameless === 0 && fold && !fold.label?.name ? 1 : nameless
      const had = gone.get(section.id)!
      const all = sections.find(({ id }) => id === section.id)!.topics.length
      const next = Math.min(all, had + more === 1 ? 2 : had + more)
      if (tiles.length < 2 || next === had) continue
      gone.set(section.id, next)
      isSettled = false
    }
    if (isSettled) return boxes
  }
}

/** A section whose smallest topics are one; the order of the others stays. */
function withFold(section: MapSection, count: number): MapSection {
  if (count === 0) return section
  const bySize = section.topics.toSorted((a, b) => b.readingIds.length - a.readingIds.length)
  const small = new Set(bySize.slice(-count))
  const rest: MapTopic = {
    path: folded(section),
    title: `${count} more`,
    readingIds: [...new Set([...small].flatMap(({ readingIds }) => readingIds))],
    listed: [...small].reduce((sum, { listed }) => sum + listed, 0),
  }
  return { ...section, topics: [...section.topics.filter((topic) => !small.has(topic)), rest] }
}

function labelled({ section, box, tiles }: MapBoxes, count: number): FoldedBoxes {
  return {
    section,
    box,
    tiles: tiles.map((tile) => {
      const folds = tile.topic.path === folded(section) ? count : 0
      // A section that is one tile has its name above it.
      const label =
        tiles.length === 1
          ? { name: '', lines: 1, small: false, count: true }
          : labelTile(shortTopicName(tile.topic.title, section.title), tile.widthPx, tile.box.height)
      return { ...tile, label, folds }
    }),
  }
}
