import { dayFrom } from '#lib/planning/words.ts'
import type { Medium } from '#lib/catalogue/minutes.ts'
import { counted } from '#lib/format.ts'
import type { Status } from '#lib/marks/status.ts'

/** A reading that may be picked, with what speaks for it. */
export interface Candidate {
  id: string
  title: string
  organisation: string | null
  medium: Medium
  /** Minutes that the whole takes this person. */
  minutes: number
  parts: number
  status: Status | null
  /** Dead links are the last to be picked. */
  isDead: boolean
  /** The plan's item on it that is not done, the soonest one; `date` the ISO day it is scheduled for. */
  planned: { plan: string; date: string | null; tier: 'must' | 'should' | 'could' } | null
  /** Place in the viewer's queue, from 1. */
  queuePlace: number | null
  /** The topic (or section) it is listed in. */
  topic: { id: string; title: string; done: number; readings: number }
  introduction: boolean
}

/** What is wanted. */
export interface Wish {
  minutes: number
  /** Empty: any medium. */
  media: readonly Medium[]
  /** The viewer's study day, ISO. */
  today: string
}

/** A reading picked, with the reason in words. */
export interface Pick {
  id: string
  title: string
  organisation: string | null
  medium: Medium
  /** Minutes of this sitting: the whole, one part of a series, or as much as there is time for. */
  minutes: number
  /** Minutes of the whole or the part, where the sitting is only the first of it; null: it ends in this sitting. */
  whole: number | null
  reason: string
}

/** What can be left in the middle and gone on with another day. */
const pausable: readonly Medium[] = ['video', 'book', 'repository']

function partOf({ minutes, parts }: Candidate): number {
  return Math.max(1, Math.ceil(minutes / Math.max(1, parts)))
}

/** One sitting: a part of a series; of what was begun, or can be left, as much as there is time for. */
function sittingOf(candidate: Candidate, wish: Wish): number {
  const part = partOf(candidate)
  const goesOn = candidate.status === 'reading' || pausable.includes(candidate.medium)
  return goesOn ? Math.min(part, wish.minutes) : part
}

/** Whether it is begun here and ends another day: what can be read whole comes before it. */
function isFirstSitting(candidate: Candidate, wish: Wish): boolean {
  return candidate.status !== 'reading' && sittingOf(candidate, wish) < partOf(candidate)
}

/**
 * Three readings at most for the time at hand, best first, from different topics and for different reasons where it can
 * be helped. In order: what
 * was begun, what a plan has for today or before, the head of the queue, what a plan has next, a topic that was begun,
 * and what introduces a topic. Among equals the one that fills the time best, then the one with the lesser id.
 */
export function pickReadings(candidates: readonly Candidate[], wish: Wish): Pick[] {
  const ranked = candidates
    .filter((candidate) => fits(candidate, wish))
    .map((candidate) => ({
      candidate,
      ...rank(candidate, wish.today),
      left: wish.minutes - sittingOf(candidate, wish),
      isFirst: isFirstSitting(candidate, wish),
    }))
    .toSorted(
      (a, b) =>
        Number(a.candidate.isDead) - Number(b.candidate.isDead) ||
        Number(a.isFirst) - Number(b.isFirst) ||
        a.order - b.order ||
        a.left - b.left ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    )
  const chosen: typeof ranked = []
  for (const isRelaxed of [false, true])
    for (const one of ranked) {
      if (chosen.length === 3) break
      if (chosen.includes(one)) continue
      const isSameTopic = chosen.some((other) => other.candidate.topic.id === one.candidate.topic.id)
      const alike = chosen.filter((other) => Math.floor(other.order) === Math.floor(one.order)).length
      if (isRelaxed || (alike < 2 && (!isSameTopic || one.order < 3))) chosen.push(one)
    }
  return chosen
    .toSorted((a, b) => ranked.indexOf(a) - ranked.indexOf(b))
    .map(({ candidate, reason }) => ({
      id: candidate.id,
      title: candidate.title,
      organisation: candidate.organisation,
      medium: candidate.medium,
      minutes: sittingOf(candidate, wish),
      whole: sittingOf(candidate, wish) < partOf(candidate) ? partOf(candidate) : null,
      reason: candidate.parts > 1 ? `${reason} · one of ${candidate.parts} parts` : reason,
    }))
}

function fits(candidate: Candidate, wish: Wish): boolean {
  if (candidate.status === 'done' || candidate.status === 'skipped') return false
  if (wish.media.length > 0 && !wish.media.includes(candidate.medium)) return false
  return sittingOf(candidate, wish) <= wish.minutes
}

function rank({ status, planned, queuePlace, topic, introduction }: Candidate, today: string) {
  if (status === 'reading') return { order: 0, reason: 'You began it' }
  if (planned?.date && planned.date < today) return { order: 1, reason: `Still open in ${planned.plan}` }
  if (planned?.date === today) return { order: 1, reason: `Today's in ${planned.plan}` }
  if (queuePlace !== null)
    return {
      order: 2 + queuePlace / 1e6,
      reason: queuePlace === 1 ? 'First in your queue' : `No. ${queuePlace} in your queue`,
    }
  if (planned) {
    const order = 3 + { must: 0, should: 0.1, could: 0.2 }[planned.tier]
    return {
      order,
      reason: planned.date ? `Planned for ${dayFrom(planned.date, today)} in ${planned.plan}` : `In ${planned.plan}`,
    }
  }
  if (topic.done > 0)
    return {
      order: 4,
      reason: `Goes on with ${topic.title}: ${topic.done} of ${counted(topic.readings, 'reading')} done`,
    }
  if (introduction) return { order: 5, reason: `Introduces ${topic.title}` }
  return { order: 6, reason: `Fits, from ${topic.title}` }
}
