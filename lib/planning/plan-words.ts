import type { ScheduleAnswer } from '#lib/api/schedule-answer.ts'
import { minutesInWords } from '../format.ts'
import { paceOfPlan } from './today-words.ts'
import { dayFrom } from './words.ts'

type Standing = Pick<ScheduleAnswer, 'figures' | 'pace' | 'days' | 'settings' | 'endDate' | 'today'>

/** How a plan stands, in one line: `12 of 52 done · 9 h 30 min left · interview Sat 19 Dec · on track`. */
export function planInWords({ figures, pace, days, settings, endDate, today }: Standing): string {
  const { items, minutes } = figures
  if (items.total === 0) return 'Empty'
  if (items.done === items.total) return `All ${items.total} done`
  const firstDay = days.find((day) => day.items.length > 0)?.date ?? null
  return [
    `${items.done} of ${items.total} done`,
    `${minutesInWords(minutes.total - minutes.done)} left`,
    endInWords(settings.targetDate, endDate, today),
    paceOfPlan({ pace, firstDay }, today),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** When a plan is over: its interview, or else its last day. */
export function endInWords(targetDate: string | null, endDate: string | null, today: string): string {
  if (targetDate !== null) return targetDate < today ? 'the day has passed' : `interview ${dayFrom(targetDate, today)}`
  return endDate === null ? '' : `ends ${dayFrom(endDate, today)}`
}
