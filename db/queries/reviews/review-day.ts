import { and, asc, count, eq, gt, gte, inArray, isNotNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { ReviewCard, ReviewDay } from '#lib/api/reviews.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { addDays, startOfDay, weekdayOf } from '#lib/planning/days.ts'
import { cardsIn, newCardsADay, reviewMinutes } from '#lib/reviews/load.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { db } from '#db/client.ts'
import { maySeeReading } from '#db/conditions.ts'
import { allReadings, notes, reviewCards, reviews } from '#db/schema/index.ts'
import { caseCard, pointCard } from './card-sides.ts'
import { hasAnswerSide } from './has-answer-side.ts'
import { getQuestionPoints, listMissedPoints } from './points.ts'
import { runningPlans } from './running-plans.ts'

const dayMs = 86_400_000

/**
 * What is due on the viewer's day: the longest due first, then new cards, as much as goes into what is left of the
 * day's minutes. Nothing on a rest day.
 * @param now milliseconds, UTC
 * @param minutes in place of the minutes that the day has
 */
export async function getReviewDay(viewer: Viewer, now: number, minutes?: number): Promise<ReviewDay> {
  const today = studyDayOf(viewer, now)
  const [from, to] = [today, addDays(today, 1)].map((day) => startOfDay(day, viewer.timeZone, viewer.rolloverHour)) as [
    number,
    number,
  ]
  const planned = reviewMinutes(runningPlans(viewer), today, weekdayOf(today))
  const done = reviewedBetween(viewer, from, to)
  const room = Math.max(0, cardsIn(minutes ?? planned) - done.all)
  const [due, fresh] = [await dueCards(viewer, { room, to, now }), await freshCards(viewer)]
  const mostFresh = Math.max(0, minutes === undefined ? newCardsADay - done.fresh : room)
  const isDay = (at: number) => studyDayOf(viewer, at)
  return {
    today,
    minutes: minutes ?? planned,
    isRestDay: planned === 0,
    done: done.all,
    waiting: due.count + fresh.count,
    items: [...due.cards(isDay), ...fresh.cards(Math.min(mostFresh, Math.max(0, room - due.shown)))].slice(0, room),
  }
}

function reviewedBetween(viewer: Viewer, from: number, to: number): { all: number; fresh: number } {
  const row = db()
    .select({ all: count(), old: count(reviews.stability) })
    .from(reviews)
    .where(and(eq(reviews.userId, viewer.id), gte(reviews.at, from), lt(reviews.at, to)))
    .get()
  return { all: row?.all ?? 0, fresh: (row?.all ?? 0) - (row?.old ?? 0) }
}

interface Due {
  count: number
  shown: number
  cards: (dayOf: (at: number) => string) => ReviewCard[]
}

/** A card that was last asked tomorrow or later was asked while a clock ran ahead: it is due too. */
async function dueCards(viewer: Viewer, { room, to, now }: { room: number; to: number; now: number }): Promise<Due> {
  const points = await getQuestionPoints()
  const isDue = and(
    eq(reviewCards.userId, viewer.id),
    or(lt(reviewCards.dueAt, to), gt(reviewCards.reviewedAt, now + dayMs)),
  )
  const here = db()
    .select({ readingId: notes.readingId })
    .from(notes)
    .where(and(eq(notes.userId, viewer.id), hasAnswerSide))
  const isHere = or(
    inArray(reviewCards.readingId, here),
    inArray(sql`${reviewCards.point}`, sql`(select value from json_each(${JSON.stringify([...points.keys()])}))`),
  )
  const total = db().select({ all: count() }).from(reviewCards).where(and(isDue, isHere)).get()?.all ?? 0
  const rows = db()
    .select({
      readingId: reviewCards.readingId,
      point: reviewCards.point,
      reviews: reviewCards.reviews,
      reviewedAt: reviewCards.reviewedAt,
    })
    .from(reviewCards)
    .where(and(isDue, isHere))
    .orderBy(asc(reviewCards.dueAt))
    .limit(room)
    .all()
  const sides = cardTexts(
    viewer,
    rows.flatMap(({ readingId }) => readingId ?? []),
  )
  return {
    count: total,
    shown: rows.length,
    cards: (dayOf) =>
      rows.flatMap(({ readingId, point, reviews: times, reviewedAt }) => {
        const side =
          readingId === null ? pointCard(point ?? '', points.get(point ?? '')) : caseCard(sides.get(readingId))
        return side ? [{ ...side, reviews: times, lastOn: dayOf(reviewedAt) }] : []
      }),
  }
}

interface Fresh {
  count: number
  cards: (most: number) => ReviewCard[]
}

/** Cards that were never asked: missed points and case cards, the oldest first. */
async function freshCards(viewer: Viewer): Promise<Fresh> {
  const points = await getQuestionPoints()
  const missed = await listMissedPoints(viewer)
  if (missed.size > 0)
    for (const { point } of db()
      .select({ point: reviewCards.point })
      .from(reviewCards)
      .where(and(eq(reviewCards.userId, viewer.id), isNotNull(reviewCards.point)))
      .all())
      missed.delete(point ?? '')
  const begun = db()
    .select({ one: sql`1` })
    .from(reviewCards)
    .where(and(eq(reviewCards.userId, viewer.id), eq(reviewCards.readingId, notes.readingId)))
  const isFresh = and(eq(notes.userId, viewer.id), hasAnswerSide, notExists(begun))
  const total = db().select({ all: count() }).from(notes).where(isFresh).get()?.all ?? 0
  return {
    count: total + missed.size,
    cards: (most) => {
      if (most === 0) return []
      const written = db()
        .select({ readingId: notes.readingId, at: notes.createdAt })
        .from(notes)
        .where(isFresh)
        .orderBy(asc(notes.createdAt), asc(notes.readingId))
        .limit(most)
        .all()
      const sides = cardTexts(
        viewer,
        written.map(({ readingId }) => readingId),
      )
      const all = [
        ...written.map(({ readingId, at }) => ({ at, side: caseCard(sides.get(readingId)) })),
        ...[...missed].map(([key, at]) => ({ at, side: pointCard(key, points.get(key)) })),
      ]
      return all
        .toSorted((a, b) => a.at - b.at)
        .flatMap(({ side }) => (side ? [{ ...side, reviews: 0, lastOn: null }] : []))
        .slice(0, most)
    },
  }
}

/** The case cards of some readings with the readings' titles. */
function cardTexts(viewer: Viewer, readingIds: string[]) {
  if (readingIds.length === 0) return new Map<string, never>()
  const rows = db()
    .select({
      readingId: notes.readingId,
      title: allReadings.fullTitle,
      problem: notes.problem,
      numbers: notes.numbers,
      choice: notes.choice,
      tradeOff: notes.tradeOff,
      useWhen: notes.useWhen,
    })
    .from(notes)
    .innerJoin(allReadings, eq(allReadings.id, notes.readingId))
    .where(and(eq(notes.userId, viewer.id), inArray(notes.readingId, readingIds), maySeeReading(viewer.id)))
    .all()
  return new Map(rows.map((row) => [row.readingId, row]))
}
