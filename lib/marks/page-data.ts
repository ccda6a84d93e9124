import type { Status } from './status.ts'

/**
 * Every `data-*` attribute through which the parts of a page find each other: server-rendered markup, the early script,
 * the delegating components and the keys. The name in markup is the key in kebab case after `data-`. What only CSS
 * reads, such as `data-line` of a chart, stands with its component.
 */
export interface PageData {
  /** On `<html>`: somebody is signed in here. */
  viewer: ''
  /** On `<html>`: a theme other than the system's. */
  theme: 'light' | 'dark'
  /** On `<html>`: pressing `selects` works. */
  selectable: ''
  /** On `<html>`: rows are being selected. */
  selecting: ''
  /** On a row, a chooser or a box: the viewer's mark. */
  status: Status
  /** On a row: the one that keys act on. */
  current: ''
  /** On a row: it is selected. */
  selected: ''
  /** On a group of choices: the reading that they mark. */
  markOf: string
  /** Within `markOf`: the status that a choice stands for. */
  value: Status
  /** Beside `markOf` and `note`: the reading's title. */
  title: string
  /** Shows how many rows of the page are done. */
  tally: ''
  /** Shows how ready the viewer is for the question of this id. */
  standing: string
  /** Begins and ends selecting. */
  selects: ''
  /** On a link to an original outside a list: the reading's id. */
  openReading: string
  /** Opens the palette or the sheet of keys. */
  opens: 'palette' | 'keys'
  /** On a search field: the key `/` goes there. */
  searchInput: ''
  /** Shown to people signed in or out only. */
  when: 'signed-in' | 'signed-out'
  /** On what holds items that keys act on. */
  keys: 'today' | 'review'
  /** On an item: the one that keys act on. */
  atHand: ''
  /** On an item's box. */
  tick: ''
  /** Within an item: opens the original, the note, skips, moves to tomorrow. */
  open: ''
  note: string
  skip: ''
  tomorrow: ''
  /** On a button of a card that is asked: the key that presses it. */
  reviewKey: string
  /** On a link with `note`: the part of the note that gets the focus. */
  focus: 'card'
}

/** The attribute's name in markup. */
export function attribute(key: keyof PageData): `data-${string}` {
  return `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** A selector for elements with the attribute, of one value where that is given. */
export function having<K extends keyof PageData>(key: K, value?: PageData[K]): string {
  return value ? `[${attribute(key)}="${value}"]` : `[${attribute(key)}]`
}

/** `markOf` as it stands in markup: `mark-of`. */
type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : S

type PageAttributes = {
  [K in keyof PageData as `data-${Kebab<K>}`]?: PageData[K] | (PageData[K] extends '' ? boolean : never) | undefined
}

// In JSX a wrong value of one of these does not compile.
declare module 'react' {
  interface HTMLAttributes<T> extends PageAttributes {}
}
