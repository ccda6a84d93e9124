import { counted, minutesInWords } from '../format.ts'
import type { Schedule, Sitting } from './types.ts'
import { shortDay } from './words.ts'

/** The days of a schedule as lines of a terminal, a blank line between weeks. */
export function scheduleText({ days, late, fallen }: Schedule): string {
  const lines = days.map(({ date, minutes, review, buffer, items }) => {
    const used = items.reduce((sum, item) => sum + item.minutes, 0)
    const kept = [review > 0 ? `review ${review}` : '', buffer > 0 ? `buffer ${buffer}` : ''].filter(Boolean)
    const head = `${date} ${shortDay(date).slice(0, 3)}  ${used} of ${minutes} min${kept.length > 0 ? ` (${kept.join(', ')})` : ''}`
    return [head, ...items.map((item) => `    ${sittingText(item, late.includes(item.id))}`)].join('\n')
  })
  const out = fallen.map(({ tier, title, minutes }) => `    ${tier.padEnd(6)}  ${minutes} min  ${title}`)
  return [...lines, ...(out.length > 0 ? ['', 'Falls out:', ...out] : [])].join('\n')
}

/** What of a template fits, in a line. */
export function fitsText({ days, late, fallen, endDate, remainingMinutes }: Schedule, items: number): string {
  const whole = fallen.length === 0 && late.length === 0
  const parts = [
    `${counted(items, 'item')}, ${minutesInWords(remainingMinutes)} on ${counted(days.length, 'day')}`,
    endDate === null ? '' : `ends ${endDate}`,
    whole
      ? 'all of it fits'
      : [
          late.length > 0 ? `${counted(late.length, 'must')} not fitting` : '',
          fallen.length > 0 ? `${fallen.length} falling out` : '',
        ]
          .filter(Boolean)
          .join(', '),
  ]
  return parts.filter(Boolean).join(' · ')
}

function sittingText({ kind, tier, minutes, sitting, sittings, title }: Sitting, isLate: boolean): string {
  const part = sittings > 1 ? ` (${sitting} of ${sittings})` : ''
  return `${tier.padEnd(6)} ${kind.padEnd(6)} ${String(minutes).padStart(3)} min  ${title}${part}${isLate ? '  LATE' : ''}`
}
