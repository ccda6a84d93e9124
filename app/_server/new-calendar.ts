import { createCalendarFeed } from '#db/mutations/planning/calendar-feeds.ts'
import type { NewCalendarFeed } from '#lib/api/calendar-feeds.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { ownUrl } from './own-url.ts'

/** Makes the secret address of the calendar of one plan, or of all (`planId` null); an earlier one is dead at once. */
export async function newCalendar(
  viewer: Viewer,
  planId: string | null,
  { body: { hour }, now, request }: { body: { hour: number | null }; now: number; request: Request },
): Promise<NewCalendarFeed> {
  const { token } = await createCalendarFeed(viewer, planId, hour, now)
  const url = ownUrl(request, `/feeds/${token}.ics`)
  return { url, webcal: url.replace(/^https?:/, 'webcal:'), createdAt: now, hour }
}
