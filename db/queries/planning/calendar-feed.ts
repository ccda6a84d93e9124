import { and, eq, isNull } from 'drizzle-orm'
import { hashToken } from '#lib/auth/token.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canMarkItems } from '#lib/permissions.ts'
import { type PlanView, viewPlans } from '#lib/planning/view.ts'
import { eventsOf, type FeedEvent, type FeedPlan } from '#lib/planning/calendar-events.ts'
import { db } from '#db/client.ts'
import { feeds, users } from '#db/schema/index.ts'
import { requireRole } from './memberships.ts'
import { memberPlansWithin } from './plan-sources.ts'
import { type DatedPerson, datedPlansWithin } from './schedules.ts'

/** A calendar's secret address, without the address: that is told once. */
export interface CalendarFeedInfo {
  createdAt: number
  hour: number | null
}

/**
 * The viewer's calendar of a plan, or of all their plans (`planId` null); null where there is none.
 * @throws Problem 404 for one who is not on the plan, 403 for a guest.
 */
export async function getCalendarFeed(viewer: Viewer, planId: string | null): Promise<CalendarFeedInfo | null> {
  if (planId !== null) await requireRole(viewer, planId, canMarkItems)
  const row = db()
    .select({ createdAt: feeds.createdAt, hour: feeds.hour })
    .from(feeds)
    .where(
      and(
        eq(feeds.userId, viewer.id),
        eq(feeds.kind, 'ics'),
        planId === null ? isNull(feeds.planId) : eq(feeds.planId, planId),
      ),
    )
    .get()
  return row ?? null
}

/** What a calendar's secret address shows, before its events have a history. */
export interface FeedContent {
  feedId: string
  name: string
  events: FeedEvent[]
}

/**
 * What the secret address of a calendar shows; null where there is no such address, or its owner is no longer on the
 * plan, or the plan is gone. Plans that are over stay, with the days on which they were done.
 * @param urlOf makes a plan's own address
 */
export async function getCalendarByToken(
  token: string,
  urlOf: (planId: string) => string,
  now: number,
): Promise<FeedContent | null> {
  const feed = db()
    .select({
      feedId: feeds.id,
      planId: feeds.planId,
      hour: feeds.hour,
      id: users.id,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
      speedPercent: users.speedPercent,
    })
    .from(feeds)
    .innerJoin(users, eq(users.id, feeds.userId))
    .where(and(eq(feeds.tokenHash, hashToken(token)), eq(feeds.kind, 'ics')))
    .get()
  if (!feed) return null
  const { feedId, planId, hour, ...person } = feed
  const plans = plansOf(person, now)
    .filter(({ membership }) => planId === null || membership.planId === planId)
    .map(({ membership, view }): FeedPlan => ({
      planId: membership.planId,
      title: membership.title,
      settings: view.input.settings,
      days: view.schedule.days,
      url: urlOf(membership.planId),
    }))
  if (planId !== null && plans.length === 0) return null
  return { feedId, name: planId === null ? 'Loadpath' : `Loadpath: ${plans[0]!.title}`, events: eventsOf(plans, hour) }
}

/** The plans that a person does, those that are over behind those that run: they take no minutes of each other. */
function plansOf(
  person: DatedPerson,
  now: number,
): { membership: { planId: string; title: string }; view: PlanView }[] {
  const running = datedPlansWithin(db(), person, now)
  const ids = new Set(running.map(({ membership }) => membership.planId))
  const over = memberPlansWithin(db(), person, 'all', now)
    .filter(({ membership }) => membership.role !== 'guest' && !ids.has(membership.planId))
    .map((plan) => ({ ...plan, view: viewPlans([plan.source], person)[0]! }))
  return [...running, ...over]
}
