import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { areSingleKeysOn } from '#components/keyboard/single-keys.ts'
import { isTyping } from '#components/keyboard/list-keys.ts'

/**
 * The keys of today, as those of every list, and three more: `s` skips, `t` moves to tomorrow, `c` goes to the card.
 * Give the ref to what holds the items.
 */
export function useTodayKeys() {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]') || !areSingleKeysOn()) return
      const run = holder.current && keys[event.key]
      if (!run || !holder.current) return
      event.preventDefault()
      run(holder.current)
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
  return holder
}

const keys: Record<string, (holder: HTMLElement) => void> = {
  j: (holder) => step(holder, 1),
  k: (holder) => step(holder, -1),
  x: (holder) => current(holder)?.querySelector<HTMLElement>('[data-tick]')?.click(),
  o: (holder) => press(holder, '[data-open]'),
  n: (holder) => press(holder, '[data-note]'),
  c: (holder) => press(holder, '[data-note]', (link) => (link.dataset.focus = 'card')),
  s: (holder) => press(holder, '[data-skip]'),
  t: (holder) => press(holder, '[data-tomorrow]'),
}

function current(holder: HTMLElement): HTMLElement | null {
  return (
    document.activeElement?.closest<HTMLElement>('.item') ?? holder.querySelector<HTMLElement>('.item[data-at-hand]')
  )
}

function step(holder: HTMLElement, by: 1 | -1): void {
  const items = [...holder.querySelectorAll<HTMLElement>('.item')]
  const now = current(holder)
  const next = now ? items[items.indexOf(now) + by] : items[0]
  if (!next) return
  for (const item of items) item.removeAttribute('data-at-hand')
  next.dataset.atHand = ''
  next.querySelector<HTMLElement>('[data-tick]')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

/**
 * Opens what more there is to an item, where it is not open yet, and presses a button there. All of it before the key
 * is over: the letters that follow belong to the field that opens.
 */
function press(holder: HTMLElement, selector: string, prepare?: (button: HTMLElement) => void): void {
  const item = current(holder)
  if (!item) return
  const more = item.querySelector<HTMLElement>('.item-more')
  if (more?.getAttribute('aria-expanded') === 'false') flushSync(() => more.click())
  const button = item.querySelector<HTMLElement>(selector)
  if (!button) return
  prepare?.(button)
  flushSync(() => button.click())
}
