import { type Status, statuses } from '#lib/marks/local.ts'

const rowSelector = '.rows > li'

/** What the keys for lists do: on the row in hand, else on the reading whose page it is. */
export const listKeys: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  x: () => {
    const row = currentRow()
    const button = row
      ? row.querySelector<HTMLElement>('button')
      : document.querySelector<HTMLElement>('[data-mark-of] [data-value="done"]')
    button?.click()
  },
  ...Object.fromEntries(statuses.map((status, index) => [`${index + 1}`, () => mark(status)])),
  s: () => void currentRow()?.dispatchEvent(new CustomEvent('loadpath:select', { bubbles: true })),
  o: () => {
    const row = currentRow()
    const link = row
      ? row.querySelector<HTMLAnchorElement>('a:nth-of-type(2)')
      : document.querySelector<HTMLAnchorElement>('[data-open-reading]')
    if (link) window.open(link.href, '_blank', 'noopener')
  },
  n: () => {
    const link = currentRow()?.querySelector('a')
    if (link) location.assign(`${link.pathname}#note`)
    else focusNote()
  },
}

/** Whether an event's target takes text, so that keys are letters there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  )
}

/** Moves to the page's own search field, else the one in its head, else the search page. */
export function focusSearch(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>('main [data-search-input], [data-search-input]')]
  const field = fields.find((one) => one.closest('main')) ?? fields[0]
  if (!field?.checkVisibility({ visibilityProperty: true })) return location.assign('/search')
  field.focus()
  field.select()
}

/** Moves to the next row of the page's lists, or the one before; the first press takes the first in sight. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(rowSelector)]
  const current = currentRow()
  const inSight = rows.findIndex((row) => row.getBoundingClientRect().top >= 0)
  const next = current ? rows[rows.indexOf(current) + by] : rows[Math.max(inSight, 0)]
  if (!next) return
  for (const row of document.querySelectorAll(`${rowSelector}[data-current]`)) row.removeAttribute('data-current')
  next.dataset.current = ''
  next.querySelector('a')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

function mark(status: Status): void {
  const row = currentRow()
  if (row) row.dispatchEvent(new CustomEvent('loadpath:mark', { bubbles: true, detail: status }))
  else document.querySelector<HTMLElement>(`[data-mark-of] [data-value="${status}"]`)?.click()
}

function currentRow(): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>(rowSelector) ??
    document.querySelector<HTMLElement>(`${rowSelector}[data-current]`)
  )
}

function focusNote(): void {
  const note = document.getElementById('note')
  note?.scrollIntoView({ block: 'center' })
  note?.querySelector<HTMLElement>('textarea, [contenteditable], a, button')?.focus()
}
