/** Minutes as a person says them: `12 min`, `2 h`, `10 h 30 min`. */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  if (rest === 0 || hours >= 20) return `${Math.round(minutes / 60).toLocaleString('en')} h`
  return `${hours} h ${rest} min`
}

/** An estimate as a person says it: "about 12 min" where it rests on a rule and nobody's figure. */
export function estimateInWords({ minutes, minutesBasis }: { minutes: number; minutesBasis: string }): string {
  return minutesBasis === 'rule' ? `about ${minutesInWords(minutes)}` : minutesInWords(minutes)
}

/** A count with its noun: `1 reading`, `1,066 readings`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}

/**
 * Makes a function that writes an ISO day in English, without commas; the same in every time zone. Made once, as making
 * a formatter takes a hundred times as long as using it.
 */
export function dayFormat(options: Intl.DateTimeFormatOptions): (isoDay: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
  return (isoDay) => format.format(new Date(`${isoDay}T00:00:00Z`)).replaceAll(',', '')
}

/** An ISO day as `5 January 2018`. */
export const dayInWords = dayFormat({ day: 'numeric', month: 'long', year: 'numeric' })

const monthInWords = dayFormat({ month: 'long', year: 'numeric' })

/** A day, month or year of publication in words: `5 January 2018`, `January 2018`, `2018`. */
export function dateInWords(date: string): string {
  return date.length === 10 ? dayInWords(date) : date.length === 7 ? monthInWords(`${date}-01`) : date
}
