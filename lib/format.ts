/** Minutes as a person says them: `12 min`, `2 h`, `10 h 30 min`. */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  if (rest === 0 || hours >= 20) return `${Math.round(minutes / 60).toLocaleString('en')} h`
  return `${hours} h ${rest} min`
}

/** A count with its noun: `1 reading`, `1,066 readings`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`
}

/** An ISO day as `5 January 2018`; the same in every time zone. */
export function dayInWords(isoDay: string): string {
  return new Date(`${isoDay}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
