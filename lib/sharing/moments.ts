/** A moment as people read it in a list: `Wed 4 March`, with the year where it is not the present one. */
export function dayOfMoment(at: number, now: number, timeZone: string): string {
  const year = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear() ? {} : ({ year: 'numeric' } as const)
  return format(at, timeZone, { weekday: 'short', day: 'numeric', month: 'long', ...year }).replaceAll(',', '')
}

/** The time of day of a moment: `14:05`. */
export function timeOfMoment(at: number, timeZone: string): string {
  return format(at, timeZone, { hour: '2-digit', minute: '2-digit' })
}

/** Day and time together: `Wed 4 March, 14:05`. */
export function momentInWords(at: number, now: number, timeZone: string): string {
  return `${dayOfMoment(at, now, timeZone)}, ${timeOfMoment(at, timeZone)}`
}

function format(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at)
}
