import type { Status } from '../marks/status.ts'
import { inOrder, type Press } from './press.ts'

/**
 * What a press says of a reading: a status, or `off` for none. An item put back to do takes `done` and `skipped` off its
 * reading and leaves the rest (`undone`); one done on a second pass makes its reading done where it is not, and counts
 * as study by itself (`again`).
 */
export const markPressStates = ['off', 'undone', 'queued', 'reading', 'skipped', 'again', 'done'] as const

/** One of `markPressStates`. */
export type MarkPressState = (typeof markPressStates)[number]

/** A press on a reading. */
export interface MarkPress extends Press {
  state: MarkPressState
}

/** A mark as its presses make it. */
export interface FoldedMark {
  status: Status
  minutes: number | null
  /** When it became so; minutes said later do not change it. */
  since: number
  day: string
  estimate: number
  earlier: number
  counts: boolean
}

/** What counts as study of a reading on a day. */
export interface FoldedStudy {
  kind: 'done' | 'reading' | 'skipped'
  minutes: number
  at: number
}

/** How a reading stands after its presses. */
export interface MarkFold {
  mark: FoldedMark | null
  /** Study by day, of the days that the presses are about; null: none. */
  study: Map<string, FoldedStudy | null>
  /** When `done` was last taken off, or was replaced. */
  undoneAt: number | null
}

/**
 * Works out how a reading stands after these presses, whatever order they are given in. The latest press holds. Presses
 * of the same status after one another are one: it is so since the first, and the last minutes said count, on the day of
 * the first. What counts as study on a day is what was said last on it.
 */
export function foldMarks(presses: readonly MarkPress[]): MarkFold {
  const study: MarkFold['study'] = new Map()
  let mark = null as FoldedMark | null
  let undoneAt = null as number | null
  for (const press of inOrder(presses, markPressStates)) {
    const { at, day, counts, earlier, sinceDay } = press
    const before = mark
    const status = statusAfter(press, before)
    if (status === 'same') continue
    if (before?.status === 'done' && status !== 'done') undoneAt = at
    if (status === null || sinceDay !== null || !study.has(day)) study.set(day, null)
    if (status === null) {
      mark = null
      continue
    }
    if (before?.status === status && sinceDay === null)
      mark = { ...before, minutes: minutesOf(press, before.minutes), earlier: Math.max(before.earlier, earlier) }
    else {
      const again = press.state === 'again'
      mark = {
        status,
        minutes: again ? null : press.minutes,
        since: press.since ?? at,
        day: sinceDay ?? day,
        estimate: again ? 0 : press.estimate,
        earlier,
        counts: counts && !again,
      }
    }
    if (mark.counts) study.set(mark.day, studyOf(mark))
  }
  return { mark, study, undoneAt }
}

function statusAfter({ state }: MarkPress, before: FoldedMark | null): Status | null | 'same' {
  if (state === 'off') return null
  if (state === 'undone') return before?.status === 'done' || before?.status === 'skipped' ? null : 'same'
  if (state === 'again') return before?.status === 'done' ? 'same' : 'done'
  return state
}

function minutesOf({ minutes, clears }: MarkPress, before: number | null): number | null {
  return clears ? null : (minutes ?? before)
}

function studyOf({ status, minutes, estimate, earlier, since }: FoldedMark): FoldedStudy | null {
  if (status === 'queued') return null
  return { kind: status, minutes: status === 'done' ? Math.max(0, (minutes ?? estimate) - earlier) : 0, at: since }
}
