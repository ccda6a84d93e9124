import { minutesInWords } from '#lib/format.ts'

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** An ISO day as a chart names it: `4 Mar`. */
export function dayLabel(day: string): string {
  return `${Number(day.slice(8))} ${monthLabel(Number(day.slice(5, 7)))}`
}

/** A month by its number from 1: `Mar`. */
export function monthLabel(month: number): string {
  return months[month - 1] ?? ''
}

/** Minutes on a figure's few millimetres: `45 min`, `3 h`, `3.5 h`. */
export function shortMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`
  const hours = minutes / 60
  return `${hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours)} h`
}

/** Ticks of an axis of minutes: quarters, halves and whole hours, at most `most` of them above zero. */
export function minuteTicks(highest: number, most = 3): number[] {
  const step = [15, 30, 60, 120, 180, 300, 600, 1200, 2400].find((one) => highest / one <= most) ?? 6000
  return Array.from({ length: Math.max(1, Math.ceil(highest / step)) }, (_, index) => (index + 1) * step)
}

/** `95 min of 3 h`, and without a plan only what was done. */
export function doneOf(done: number, planned: number): string {
  return planned > 0 ? `${minutesInWords(done)} of ${minutesInWords(planned)}` : minutesInWords(done)
}
