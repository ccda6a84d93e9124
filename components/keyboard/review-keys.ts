import { flushSync } from 'react-dom'
import { having } from '#lib/marks/page-data.ts'

/** Presses the button of the card that is asked to which a key belongs. */
export function pressOnCard(key: string): void {
  const button = document.querySelector<HTMLElement>(having('reviewKey', key))
  if (button) flushSync(() => button.click())
}
