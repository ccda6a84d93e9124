import { having } from './page-data.ts'
import type { Status } from './status.ts'

/**
 * What a row of a list of readings looks like: `<ol class="rows">` of
 * `<li id?><button>box</button><a>title</a><small>quiet line</small><a>original</a></li>`, with no class inside. A
 * row's reading is the one its first link leads to.
 */
export const rowSelector = '.rows > li'

/** The link to the original, within the page. */
export const originalSelector = `${rowSelector} > a:nth-of-type(2)`

/** A row's own box. */
export const rowBoxSelector = `${rowSelector} > button`

/** What marks a reading when it is pressed: the box of a row, and each choice of a chooser. */
export const boxSelector = `${rowBoxSelector}, ${having('markOf')} ${having('value')}`

/** What takes text: keys are letters there. */
export const textSelector = 'input:not([type=checkbox], [type=radio]), textarea, select'

/** Where a reading's own page stands. */
export const readingPath = '/readings/'

/** All rows of readings on the page, in order. */
export function rowsOfPage(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(rowSelector)]
}

/** The row that an element is part of, or null. */
export function rowOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>(rowSelector)
}

/** The id of a row's reading. */
export function readingOf(row: Element): string {
  return row.querySelector('a')?.pathname.slice(readingPath.length) ?? ''
}

/** The title that a row shows. */
export function titleOf(row: Element): string {
  return row.querySelector('a')?.textContent ?? ''
}

/** The rows from one to another, both counted, whichever comes first. */
export function rowsUpTo(from: HTMLElement, to: HTMLElement): HTMLElement[] {
  const rows = rowsOfPage()
  const [first = 0, last = 0] = [rows.indexOf(from), rows.indexOf(to)].toSorted((a, b) => a - b)
  return rows.slice(first, last + 1)
}

/** What keys tell a row: mark it with a status, or select it. They bubble from the row. */
export interface RowEvents {
  'loadpath:mark': CustomEvent<Status>
  'loadpath:select': CustomEvent<null>
}

/** Tells a row one of `RowEvents`. */
export function tellRow<K extends keyof RowEvents>(row: Element, name: K, detail: RowEvents[K]['detail']): void {
  row.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }))
}

declare global {
  interface DocumentEventMap extends RowEvents {}
}
