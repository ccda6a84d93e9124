import { flushSync } from 'react-dom'
import { attribute, having } from '#lib/marks/page-data.ts'

const itemSelector = `${having('keys', 'today')} .item`

/** The item that keys act on: the one with the focus, else the one they came to last. */
function currentItem(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>(itemSelector)
  return focused ?? document.querySelector<HTMLElement>(itemSelector + having('atHand'))
}

/** Moves to the next item of today, or the one before. */
export function stepItems(by: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>(itemSelector)]
  const current = currentItem()
  const next = current ? items[items.indexOf(current) + by] : items[0]
  if (!next) return
  for (const item of items) item.removeAttribute(attribute('atHand'))
  next.dataset.atHand = ''
  next.querySelector<HTMLElement>(having('tick'))?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

/** Ticks the item, or takes its tick off. */
export function tick(): void {
  currentItem()?.querySelector<HTMLElement>(having('tick'))?.click()
}

/**
 * Opens what more there is to the item, where it is not open yet, and presses a button there. All of it before the key
 * is over: the letters that follow belong to the field that opens.
 */
export function pressInItem(
  name: 'open' | 'note' | 'skip' | 'tomorrow',
  prepare?: (button: HTMLElement) => void,
): void {
  const item = currentItem()
  const inRow = item?.querySelector<HTMLElement>(`:scope > ${having(name)}`)
  if (inRow) return inRow.click()
  const more = item?.querySelector<HTMLElement>('.item-more')
  if (more?.getAttribute('aria-expanded') === 'false') flushSync(() => more.click())
  const button = item?.querySelector<HTMLElement>(having(name))
  if (!button) return
  prepare?.(button)
  flushSync(() => button.click())
}

/** Goes to the item's card. */
export function goToCard(): void {
  pressInItem('note', (link) => (link.dataset.focus = 'card'))
}
