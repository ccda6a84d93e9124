const day = 24 * 60 * 60_000
/** A session that nobody used for so many days ends. */
const idleDays = 14
/** And every session ends so many days after its sign-in. */
export const sessionDays = 90

/** When a session ends that was begun at `createdAt` and used at `now`. Milliseconds, UTC. */
export function sessionEnd(createdAt: number, now: number): number {
  return Math.min(now + idleDays * day, createdAt + sessionDays * day)
}
