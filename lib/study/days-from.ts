import { addDays } from '#lib/planning/plain-days.ts'

const atMost = 20_000
const following = new Map<string, string>()

/** `count` ISO days from `from` on. What was worked out once is kept: pictures of years ask for the same days again. */
export function daysFrom(from: string, count: number): string[] {
  const days: string[] = []
  for (let day = from; days.length < count; day = dayAfter(day)) days.push(day)
  return days
}

function dayAfter(day: string): string {
  return kept(following, day, (one) => addDays(one, 1))
}

function kept<T>(map: Map<string, T>, key: string, make: (key: string) => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  if (map.size >= atMost) map.clear()
  const made = make(key)
  map.set(key, made)
  return made
}
