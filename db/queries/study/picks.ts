import type { Viewer } from '#lib/auth/viewer.ts'
import type { Status } from '#lib/marks/status.ts'
import { type Candidate, type Pick, pickReadings, type Wish } from '#lib/study/pick-readings.ts'
import { ownMinutes } from '#lib/study/speed.ts'
import { getCatalogueShape } from '#db/queries/catalogue/catalogue-shape.ts'
import { listQueue } from './queue.ts'
import type { DatedPlan } from '#db/queries/planning/schedules.ts'

/** Readings for the time at hand, each with its reason. `plans`: the viewer's running ones; `marks`: all of theirs. */
export async function listPicks(
  viewer: Viewer,
  plans: readonly DatedPlan[],
  marks: ReadonlyMap<string, Status>,
  wish: Wish,
): Promise<Pick[]> {
  const [shape, queue] = await Promise.all([getCatalogueShape(), listQueue(viewer)])
  const places = new Map(queue.map((id, index) => [id, index + 1]))
  const planned = plannedReadings(plans)
  const titles = new Map([...shape.sections, ...shape.topics].map(({ id, title }) => [id, title]))
  const topicOf = new Map<string, string>()
  const introductions = new Set<string>()
  const amounts = new Map<string, { done: number; readings: number }>()
  for (const { readingId, sectionId, topicId, introduction } of shape.listings) {
    const id = topicId ?? sectionId
    if (!topicOf.has(readingId)) topicOf.set(readingId, id)
    if (introduction) introductions.add(readingId)
    const amount = amounts.get(id) ?? { done: 0, readings: 0 }
    amount.readings++
    if (marks.get(readingId) === 'done') amount.done++
    amounts.set(id, amount)
  }
  const open = shape.readings.filter(({ id }) => marks.get(id) !== 'done' && marks.get(id) !== 'skipped')
  const candidates = open.map((reading): Candidate => {
    const topic = topicOf.get(reading.id) ?? ''
    return {
      ...reading,
      organisation: shape.organisations.get(reading.organisationId ?? '') ?? null,
      minutes: ownMinutes(reading.minutes, viewer.speedPercent),
      status: marks.get(reading.id) ?? null,
      planned: planned.get(reading.id) ?? null,
      queuePlace: places.get(reading.id) ?? null,
      topic: { id: topic, title: titles.get(topic) ?? '', ...(amounts.get(topic) ?? { done: 0, readings: 0 }) },
      introduction: introductions.has(reading.id),
    }
  })
  return pickReadings(candidates, wish)
}

/** The soonest sitting of each reading that a plan still has. */
function plannedReadings(plans: readonly DatedPlan[]): Map<string, NonNullable<Candidate['planned']>> {
  const planned = new Map<string, NonNullable<Candidate['planned']>>()
  for (const { membership, view } of plans)
    for (const { date, items } of view.schedule.days)
      for (const { readingId, state, tier } of items) {
        if (readingId === null || state !== 'todo') continue
        const before = planned.get(readingId)?.date
        if (before === undefined || before === null || date < before)
          planned.set(readingId, { plan: membership.title, date, tier })
      }
  return planned
}
