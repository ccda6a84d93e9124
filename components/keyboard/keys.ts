import { statuses, statusWords } from '#lib/marks/status.ts'
import { goToCard, pressInItem, stepItems, tick } from './item-keys.ts'
import { pressOnCard } from './review-keys.ts'
import { focusSearch, goToNote, mark, openOriginal, pressBox, selectRow, stepRows } from './list-keys.ts'

/** Where a key works: `list` is the row in hand, else the reading whose page it is; `today` the item in hand;
 * `review` the card that is asked. */
export type KeyPlace = 'page' | 'list' | 'today' | 'review'

/** One key. */
export interface Key {
  /** As `KeyboardEvent.key` says it, with `Ctrl+` before it where that is held. */
  key: string
  /** What the sheet of keys says of it. */
  says: string
  on: KeyPlace
  /** `open` opens the palette or the sheet of keys. */
  run: (open: (what: 'palette' | 'keys') => void) => void
}

/** All keys. The listener and the sheet of keys are made from this table. */
export const keys: readonly Key[] = [
  { key: 'Ctrl+k', says: 'Go anywhere by name, or do something', on: 'page', run: (open) => open('palette') },
  { key: '/', says: 'Search', on: 'page', run: focusSearch },
  { key: '?', says: 'Show these keys', on: 'page', run: (open) => open('keys') },

  { key: 'j', says: 'Next reading', on: 'list', run: () => stepRows(1) },
  { key: 'k', says: 'Previous reading', on: 'list', run: () => stepRows(-1) },
  { key: 'Enter', says: 'Open its page', on: 'list', run: () => {} },
  { key: 'o', says: 'Open the original in a new tab', on: 'list', run: openOriginal },
  { key: 'n', says: 'Go to its note', on: 'list', run: goToNote },
  { key: 'x', says: 'Mark it done, or not done', on: 'list', run: pressBox },
  ...statuses.map((status, index): Key => {
    const says = `Mark it ${statusWords[status].toLowerCase()}, or remove that mark`
    return { key: `${index + 1}`, says, on: 'list', run: () => mark(status) }
  }),
  { key: 's', says: 'Select it, to mark several at once', on: 'list', run: selectRow },

  { key: 'j', says: 'Next item', on: 'today', run: () => stepItems(1) },
  { key: 'k', says: 'Previous item', on: 'today', run: () => stepItems(-1) },
  { key: 'o', says: 'Open the original in a new tab', on: 'today', run: () => pressInItem('open') },
  { key: 'n', says: 'Open its note', on: 'today', run: () => pressInItem('note') },
  { key: 'c', says: 'Open its case card', on: 'today', run: goToCard },
  { key: 'x', says: 'Mark it done, or not done', on: 'today', run: tick },
  { key: 't', says: 'Move it to tomorrow', on: 'today', run: () => pressInItem('tomorrow') },
  { key: 's', says: 'Skip it', on: 'today', run: () => pressInItem('skip') },

  ...['1', '2', '3', '4', '5'].map((key): Key => {
    const says = [
      'How sure you are; after the answer: again',
      'Unsure; after the answer: hard',
      'Half sure; after the answer: good',
      'Sure; after the answer: easy',
      'Certain',
    ]
    return { key, says: says[Number(key) - 1] ?? '', on: 'review', run: () => pressOnCard(key) }
  }),
  { key: 'u', says: 'Undo the last card', on: 'review', run: () => pressOnCard('u') },
]

/** The key that an event presses in a place, or undefined. `Enter` is the browser's own: it follows the focused link. */
export function keyOf(event: KeyboardEvent, place: KeyPlace): Key | undefined {
  const isCtrl = (event.ctrlKey || event.metaKey) && !event.altKey
  const name = isCtrl ? `Ctrl+${event.key.toLowerCase()}` : event.key
  if (name === 'Enter' || event.altKey) return undefined
  return keys.find(({ key, on }) => key === name && (on === 'page' || on === place))
}
