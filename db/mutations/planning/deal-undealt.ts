import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { addDays, weekdayOf } from '#lib/planning/days.ts'
import { nothingPromised } from '#lib/planning/promise.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { viewPlans } from '#lib/planning/view.ts'
import { type StudyClock, studyDayOf } from '#lib/study/study-day.ts'
import { hasJoined, isPlanOfMember } from '#db/conditions.ts'
import { db, transaction, type Transaction } from '#db/client.ts'
import { memberPlansWithin, type Membership } from '#db/queries/planning/plan-sources.ts'
import { dealings, members, plans, promisedDays, users } from '#db/schema/index.ts'
import { keepDealing } from '#db/mutations/dealing/dealings.ts'

type Doer = StudyClock & { id: string; speedPercent: number }

/**
 * Gives plans of an earlier version of this program, which kept no promises, theirs: as if they had been dealt when they
 * began or were last repaired. Days before that count as planned with the minutes of their weekday. A plan that has its
 * promise is left alone.
 * @returns how many people had such plans
 */
export async function dealUndealt(now: number): Promise<number> {
  const people = db()
    .selectDistinct({
      id: users.id,
      timeZone: users.timeZone,
      rolloverHour: users.rolloverHour,
      speedPercent: users.speedPercent,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(plans, isPlanOfMember)
    .leftJoin(dealings, and(eq(dealings.planId, members.planId), eq(dealings.userId, members.userId)))
    .where(and(isNull(dealings.planId), hasJoined, ne(members.role, 'guest')))
    .orderBy(asc(users.id))
    .all()
  for (const person of people) await transaction((tx) => dealFor(tx, person, now))
  return people.length
}

function dealFor(tx: Transaction, person: Doer, now: number): void {
  const doing = memberPlansWithin(tx, person, 'doing', now)
  const views = viewPlans(
    doing.map(({ source }) => source),
    person,
  )
  const running = new Set(doing.map(({ membership }) => membership.planId))
  for (const [index, { membership, source }] of doing.entries()) {
    if (source.dealt) continue
    const { dealt } = views[index]!
    keepDealing(tx, person.id, membership.planId, dealt, dealt.from, now)
    keepDaysBefore(tx, person, membership, dealt.from)
  }
  for (const { membership, source } of memberPlansWithin(tx, person, 'all', now)) {
    if (running.has(membership.planId) || membership.role === 'guest' || source.dealt) continue
    keepDealing(tx, person.id, membership.planId, nothingPromised(source.today), source.today, now)
    keepDaysBefore(tx, person, membership, source.today)
  }
}

/** Plans its minutes of each study day up to a day, its interview or its completion. */
function keepDaysBefore(
  tx: Transaction,
  person: Doer,
  { planId, settings, completedAt }: Membership,
  until: string,
): void {
  const ends = [until, ...(settings.targetDate === null ? [] : [settings.targetDate])]
  if (completedAt !== null) ends.push(addDays(studyDayOf(person, completedAt), 1))
  const end = ends.toSorted()[0]!
  for (let day = settings.startDate; day < end; day = addDays(day, 1)) {
    const minutes = minutesOn(settings, day)
    if (minutes === 0) continue
    tx.insert(promisedDays)
      .values({ userId: person.id, planId, day, minutes, planned: minutes, items: [] })
      .onConflictDoNothing()
      .run()
  }
}

function minutesOn({ weekdayMinutes, daysOff }: PlanSettings, day: string): number {
  return daysOff.includes(day) ? 0 : (weekdayMinutes[weekdayOf(day)] ?? 0)
}
