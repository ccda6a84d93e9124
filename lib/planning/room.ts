import type { Calendar } from './calendar.ts'
import { BUFFER_FROM_STUDY_DAYS, MAX_DAY_MINUTES, MIN_SITTING, REVIEW_SHARE } from './rules.ts'
import type { PlanSettings } from './types.ts'

/** What a day has to give, in minutes: `items` + `review` + `buffer` = `minutes`. */
export type Room = { minutes: number; items: number; review: number; buffer: number }

const none: Room = { minutes: 0, items: 0, review: 0, buffer: 0 }

export type RoomRules = {
  settings: PlanSettings
  /** Minutes that other plans take, by ISO day. */
  taken?: ReadonlyMap<string, number> | undefined
  /** Minutes kept for review, by ISO day; null: 15 % of each day. */
  review: Readonly<Record<string, number>> | null
  /** Minutes that the person is late by: the next buffers open for as many. */
  lateMinutes?: number | undefined
}

/**
 * The room of each day of a calendar, by number.
 *
 * Of a study day's minutes (those of its weekday, at most what the person's calendar leaves, less what other plans took) at most 15 % are for review. The last
 * study day of a calendar week that has three study days or more since the plan's start keeps half of the rest as the
 * week's buffer, at most the minutes of the week's shortest study day. None of it depends on where the plan ends or on
 * today, so that an end that moves does not move them.
 */
export function roomOf(calendar: Calendar, rules: RoomRules): (index: number) => Room {
  const { settings, taken, review, lateMinutes = 0 } = rules
  const { weekdayMinutes, pushes = [], free } = settings
  const off = new Set(settings.daysOff)
  const startsAt = calendar.indexOf(settings.startDate)
  const rooms: (Room | undefined)[] = []
  const buffers: number[] = []

  function minutesOf(index: number): number {
    const minutes = weekdayMinutes[index % 7] ?? 0
    if (minutes === 0 || (off.size > 0 && off.has(calendar.date(index))) || !calendar.exists(index)) return 0
    if (pushes.length === 0 && !free) return minutes
    const date = calendar.date(index)
    const more = pushes.reduce((sum, { from, to, minutes }) => (date >= from && date <= to ? sum + minutes : sum), 0)
    const wanted = Math.max(minutes, Math.min(minutes + more, MAX_DAY_MINUTES))
    const left = free?.[date] ?? wanted
    // A crumb between two appointments is no study time.
    return left >= wanted ? wanted : left < MIN_SITTING ? 0 : left
  }

  /** Of the week's last study day, the minutes of its shortest; 0 of every other day. */
  function bufferLimit(index: number): number {
    const monday = index - (index % 7)
    if (buffers[monday] === undefined) {
      let studyDays = 0
      let last = -1
      let shortest = Infinity
      for (let i = monday; i < monday + 7; i++) {
        buffers[i] = 0
        const minutes = i < startsAt ? 0 : minutesOf(i)
        if (minutes === 0) continue
        studyDays++
        last = i
        shortest = Math.min(shortest, minutes)
      }
      if (studyDays >= BUFFER_FROM_STUDY_DAYS) buffers[last] = shortest
    }
    return buffers[index]!
  }

  function room(index: number): Room {
    const all = minutesOf(index)
    if (all === 0) return none
    const date = calendar.date(index)
    const minutes = Math.max(0, all - (taken?.get(date) ?? 0))
    // A crumb that another plan leaves is no study time.
    if (minutes < all && minutes < MIN_SITTING) return { ...none, minutes, review: minutes }
    const most = Math.floor(minutes * REVIEW_SHARE)
    const kept = review === null ? most : Math.min(most, review[date] ?? 0)
    const share = minutes - kept
    const buffer = Math.min(Math.ceil(share / 2), bufferLimit(index))
    return { minutes, items: share - buffer, review: kept, buffer }
  }

  let late = lateMinutes
  for (let index = calendar.first; late > 0 && index < Math.min(calendar.end, calendar.first + 70); index++) {
    const { buffer, items, ...rest } = (rooms[index] = room(index))
    const opened = Math.min(buffer, late)
    rooms[index] = { ...rest, items: items + opened, buffer: buffer - opened }
    late -= opened
  }
  return (index) => (rooms[index] ??= room(index))
}
