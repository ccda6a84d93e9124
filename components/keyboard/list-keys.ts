import { attribute, having } from '#lib/marks/page-data.ts'
import { originalSelector, rowBoxSelector, rowOf, rowSelector, rowsOfPage, tellRow } from '#lib/marks/rows.ts'
import type { Status } from '#lib/marks/status.ts'

/** The row that keys act on: the one with the focus, else the one they came to last. */
function currentRow(): HTMLElement | null {
  const focused = document.activeElement && rowOf(document.activeElement)
  return focused ?? document.querySelector<HTMLElement>(rowSelector + having('current'))
}

/** Moves to the next row of the page's lists, or the one before; the first press takes the first in sight. */
export function stepRows(by: 1 | -1): void {
  const rows = rowsOfPage()
  const current = currentRow()
  const inSight = rows.findIndex((row) => row.getBoundingClientRect().top >= 0)
  const next = current ? rows[rows.indexOf(current) + by] : rows[Math.max(inSight, 0)]
  if (!next) return
  for (const row of rows) row.removeAttribute(attribute('current'))
  next.dataset.current = ''
  next.querySelector('a')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

/** Presses the box of the row, or "done" of the reading whose page it is. */
export function pressBox(): void {
  const row = currentRow()
  const box = row ? row.querySelector<HTMLElement>(rowBoxSelector) : choice('done')
  box?.click()
}

/** Gives the row, or the reading whose page it is, a status, or takes it off where it has that one. */
export function mark(status: Status): void {
  const row = currentRow()
  if (row) tellRow(row, 'loadpath:mark', status)
  else choice(status)?.click()
}

/** Selects the row, so that several can be marked at once. */
export function selectRow(): void {
  const row = currentRow()
  if (row) tellRow(row, 'loadpath:select', null)
}

/** Opens the original in a new tab. */
export function openOriginal(): void {
  const row = currentRow()
  const selector = row ? originalSelector : having('openReading')
  const link = (row ?? document).querySelector<HTMLAnchorElement>(selector)
  if (link) window.open(link.href, '_blank', 'noopener')
}

/** Goes to the note of the row's reading, or of the reading whose page it is. */
export function goToNote(): void {
  const link = currentRow()?.querySelector('a')
  if (link) return location.assign(`${link.pathname}#note`)
  const note = document.getElementById('note')
  note?.scrollIntoView({ block: 'center' })
  note?.querySelector<HTMLElement>('textarea, [contenteditable], a, button')?.focus()
}

/** Moves to the page's own search field, else the one in its head, else the search page. */
export function focusSearch(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>(having('searchInput'))]
  const field = fields.find((one) => one.closest('main')) ?? fields[0]
  if (!field?.checkVisibility({ visibilityProperty: true })) return location.assign('/search')
  field.focus()
  field.select()
}

function choice(status: Status): HTMLElement | null {
  return document.querySelector<HTMLElement>(`${having('markOf')} ${having('value', status)}`)
}
