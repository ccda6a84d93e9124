import { z } from 'zod'
import { conditional } from '#app/_server/conditional.ts'
import { handleShape } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { dateFeedEvents } from '#db/mutations/planning/feed-events.ts'
import { getActivityByToken } from '#db/queries/sharing/activity-feed.ts'
import { getCalendarByToken } from '#db/queries/planning/calendar-feed.ts'
import { calendarOf } from '#lib/planning/calendar-feed.ts'
import { notFound } from '#lib/problems.ts'
import { toAtom } from '#lib/sharing/atom.ts'

/** A plan's activity as Atom at a secret address `<token>.atom`, the study days of plans as a calendar at `<token>.ics`. */
export const GET = handleShape(
  { params: z.object({ file: z.string().regex(/^[\w-]{1,200}\.(?:atom|ics)$/) }), answer: 'file' },
  {
    viewer: 'none',
    async run({ params, now, request }) {
      const [token = '', kind] = params.file.split('.')
      return kind === 'ics' ? calendar(token, now, request) : activity(token, request)
    },
  },
)

async function activity(token: string, request: Request): Promise<Response> {
  const activity = await getActivityByToken(token)
  if (!activity) throw notFound('feed')
  const { planId, title, createdAt, entries } = activity
  const updatedAt = entries[0]?.at ?? createdAt
  const xml = toAtom({
    address: ownUrl(request, `/feeds/${token}.atom`),
    planAddress: ownUrl(request, `/plans/${planId}`),
    title,
    updatedAt,
    entries,
  })
  return conditional(request, xml, updatedAt, { 'content-type': 'application/atom+xml; charset=utf-8' })
}

async function calendar(token: string, now: number, request: Request): Promise<Response> {
  const feed = await getCalendarByToken(token, (planId) => ownUrl(request, `/plans/${planId}`), now)
  if (!feed) throw notFound('calendar')
  const { events, changedAt } = await dateFeedEvents(feed.feedId, feed.events, now)
  return conditional(request, calendarOf({ name: feed.name, events }), changedAt, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'inline; filename="loadpath.ics"',
  })
}
