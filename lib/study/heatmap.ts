import { addDays, daysBetween, mondayOf } from '#lib/planning/plain-days.ts'
import { daysFrom } from './days-from.ts'

/** How much a day held: none, some, a quarter of an hour, half an hour, an hour. */
export const heatLevels = [0, 1, 15, 30, 60] as const

/** A day of the year's grid. */
export interface HeatDay {
  day: string
  minutes: number
  /** Index into `heatLevels`: the highest that the minutes reach. Study of unknown length is level 1. */
  level: number
}

/** A year as columns of weeks. */
export interface Heatmap {
  /** Seven days each from Monday; null outside the year. */
  weeks: (HeatDay | null)[][]
  /** Where each month's first day stands: its column, and its number from 1. */
  months: { month: number; week: number }[]
  /** Days with study, and minutes together. */
  studied: number
  minutes: number
}

/**
 * The grid from one ISO day to another, both shown.
 * @param minutesByDay minutes studied by ISO day; a day that is there was studied, with 0 minutes too.
 */
export function heatmap(from: string, to: string, minutesByDay: ReadonlyMap<string, number>): Heatmap {
  const result: Heatmap = { weeks: [], months: [], studied: 0, minutes: 0 }
  const monday = mondayOf(from)
  const days = daysFrom(monday, Math.ceil((daysBetween(monday, to) + 1) / 7) * 7)
  for (let start = 0; start < days.length; start += 7)
    result.weeks.push(
      days.slice(start, start + 7).map((day) => {
        if (day < from || day > to) return null
        if (day.endsWith('-01')) result.months.push({ month: Number(day.slice(5, 7)), week: start / 7 })
        const minutes = minutesByDay.get(day)
        if (minutes !== undefined) {
          result.studied++
          result.minutes += minutes
        }
        return { day, minutes: minutes ?? 0, level: minutes === undefined ? 0 : levelOf(minutes) }
      }),
    )
  return result
}

/** The grid's first day so that it ends with `today` and shows 53 weeks at most, from a Monday. */
export function yearBefore(today: string): string {
  return addDays(mondayOf(today), -52 * 7)
}

function levelOf(minutes: number): number {
  return Math.max(
    1,
    heatLevels.findLastIndex((least) => minutes >= least),
  )
}
