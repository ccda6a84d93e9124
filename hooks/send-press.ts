import { api, ApiError } from './api.ts'
import { forgetPress, type ItemPressSent, listLeftPresses, type MarkPressSent } from './waiting-presses.ts'
import type { Mark } from '#lib/api/marks.ts'

/** Sends a press on a reading; the mark as it stands comes back. */
export function sendMark({ readingId, status, ...rest }: MarkPressSent): Promise<Mark | null> {
  return status === null
    ? api('DELETE marks/[readingId]', { params: { readingId }, query: { at: rest.at } })
    : api('PUT marks/[readingId]', { params: { readingId }, body: { status, ...rest } })
}

/** Sends a press on an item. */
export function sendItem({ planId, itemId, body }: ItemPressSent): Promise<unknown> {
  return api('PUT plans/[planId]/items/[itemId]', { params: { planId, itemId }, body })
}

/**
 * Sends what pages that are gone left behind, oldest first.
 * @returns how many the server took or refused; those that are left wait for the next time.
 */
export async function sendLeftPresses(): Promise<number> {
  let sent = 0
  for (const { key, press } of listLeftPresses()) {
    try {
      await ('mark' in press ? sendMark(press.mark) : sendItem(press.item))
    } catch (error) {
      // Without a session it waits for the person's return.
      if (!isRefused(error) || (error instanceof ApiError && error.status === 401)) return sent
    }
    forgetPress(key)
    sent++
  }
  return sent
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && error.status !== 429
}
