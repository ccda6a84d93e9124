import { z } from 'zod'
import { conditional } from '#app/_server/conditional.ts'
import { handleShape } from '#app/_server/handle.ts'
import { ownUrl } from '#app/_server/own-url.ts'
import { dateFeedEvents } from '#db/mutations/planning/feed-events.ts'
import { getActivityByToken } from '#db/queries/sharing/activity-feed.ts'
import { getCalendarByToken } from '#db/queries/planning/calendar-feed.ts'
import { getBadgeByToken, getDoneByToken } from '#db/queries/study/own-feeds.ts'
import { badgeSvg, cardSvg } from '#lib/feeds/badge.ts'
import { readingFeed } from '#lib/feeds/reading-feed.ts'
import { calendarOf } from '#lib/planning/calendar-feed.ts'
import { notFound } from '#lib/problems.ts'
import { toAtom } from '#lib/sharing/atom.ts'

/**
 * At a secret address: a plan's activity or what a person has done as Atom, `<token>.atom`; the study days of plans as a
 * calendar, `<token>.ics`; how much a person has done as a picture, `<token>.svg`, with `?form=card` a larger one.
 */
export const GET = handleShape(
  { params: z.object({ file: z.string().regex(/^[\w-]{1,200}\.(?:atom|ics|svg)$/) }), answer: 'file' },
  {
    viewer: 'none',
    async run({ params, now, request }) {
      const [token = '', kind] = params.file.split('.')
      if (kind === 'ics') return calendar(token, now, request)
      return kind === 'svg'
        ? badge(token, now, request)
        : ((await doneList(token, request)) ?? activity(token, request))
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

async function doneList(token: string, request: Request): Promise<Response | null> {
  const done = await getDoneByToken(token)
  if (!done) return null
  const changedAt = done.entries[0]?.at ?? done.createdAt
  const xml = readingFeed({
    address: ownUrl(request, `/feeds/${token}.atom`),
    page: ownUrl(request, '/'),
    title: 'Loadpath: readings done',
    entries: done.entries.map(({ id, title, at }) => ({
      id: `done:${id}`,
      title,
      says: '',
      link: ownUrl(request, `/readings/${id}`),
      at,
    })),
  })
  return conditional(request, xml, changedAt, { 'content-type': 'application/atom+xml; charset=utf-8' })
}

async function badge(token: string, now: number, request: Request): Promise<Response> {
  const counts = await getBadgeByToken(token, now)
  if (!counts) throw notFound('badge')
  const isCard = new URL(request.url).searchParams.get('form') === 'card'
  return conditional(request, isCard ? cardSvg(counts) : badgeSvg(counts), now, {
    'content-type': 'image/svg+xml; charset=utf-8',
  })
}
