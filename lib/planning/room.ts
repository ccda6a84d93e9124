import type { Calendar } from './calendar.ts'
import { BUFFER_FROM_STUDY_DAYS, ITEM_SHARE, MIN_SITTING } from './rules.ts'
import type { PlanSettings } from './types.ts'

/** What a day has to give, in minutes: `items` + `review` + `buffer` = `minutes`. */
export type Room = { minutes: number; items: number; review: number; buffer: number }

const none: Room = { minutes: 0, items: 0, review: 0, buffer: 0 }

/**
 * The room of each day of a calendar, by number.
 *
 * Of a study day's minutes (those of its weekday, less what other plans took) 15 % are for review. The last study day
 * of a calendar week that has three study days or more since the plan's start keeps half of the rest as the week's
 * buffer. Neither depends on where the plan ends or on today, so that an end that moves does not move them.
 */
export function roomOf(
  calendar: Calendar,
  settings: PlanSettings,
  taken?: ReadonlyMap<string, number>,
  openBufferOn?: string | null,
): (index: number) => Room {
  const off = new Set(settings.daysOff)
  const rooms: (Room | undefined)[] = []

  const isStudyDay = (index: number): boolean =>
    (settings.weekdayMinutes[index % 7] ?? 0) > 0 && !off.has(calendar.date(index)) && calendar.exists(index)

  function isBufferDay(index: number): boolean {
    const monday = index - (index % 7)
    let studyDays = 0
    let last = -1
    for (let i = monday; i < monday + 7; i++) {
      if (!isStudyDay(i) || calendar.date(i) < settings.startDate) continue
      studyDays++
      last = i
    }
    return last === index && studyDays >= BUFFER_FROM_STUDY_DAYS
  }

  function room(index: number): Room {
    if (!isStudyDay(index)) return none
    const date = calendar.date(index)
    const minutes = Math.max(0, settings.weekdayMinutes[index % 7]! - (taken?.get(date) ?? 0))
    // A crumb that another plan leaves is no study time.
    const share = taken?.has(date) && minutes < MIN_SITTING ? 0 : Math.floor(minutes * ITEM_SHARE)
    const buffer = isBufferDay(index) && date !== openBufferOn ? Math.ceil(share / 2) : 0
    return { minutes, items: share - buffer, review: minutes - share, buffer }
  }

  return (index) => (rooms[index] ??= room(index))
}
