import type { Locator, Page } from '@playwright/test'

/** Drags a handle with the mouse to the upper edge of an element. */
export async function dragByMouse(page: Page, handle: Locator, to: Locator): Promise<void> {
  const { from, edge } = await ends(handle, to)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(edge.x, edge.y, { steps: 8 })
  await page.mouse.up()
}

/** Drags a handle with a finger to the upper edge of an element. */
export async function dragByTouch(page: Page, handle: Locator, to: Locator): Promise<void> {
  const { from, edge } = await ends(handle, to)
  const finger = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  await touch('touchStart', [from])
  for (const part of [0.25, 0.5, 0.75, 1])
    await touch('touchMove', [{ x: from.x, y: from.y + (edge.y - from.y) * part }])
  await touch('touchEnd', [])
  await finger.detach()
}

async function ends(handle: Locator, to: Locator) {
  const [start, target] = [await handle.boundingBox(), await to.boundingBox()]
  if (!start || !target) throw new Error('Both ends of a drag must be in view')
  return {
    from: { x: start.x + start.width / 2, y: start.y + start.height / 2 },
    edge: { x: start.x + start.width / 2, y: target.y + 4 },
  }
}
