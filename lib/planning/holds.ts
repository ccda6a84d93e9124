import type { Calendar } from './calendar.ts'
import type { Room } from './room.ts'

/** The most that any day after one has for a single sitting, in minutes. */
export type Holds = (after: number, kind: 'share' | 'heavyShare' | 'all') => number

export type Opened = {
  /** Minutes of each day that are open to musts: of review and buffer, and of light days for what is not light. */
  open: Readonly<Record<number, number>>
  openLight: Readonly<Record<number, number>>
}

type Days = { calendar: Calendar; room: (index: number) => Room; end: number; lightFrom: number }

/**
 * The most that a later day gives to one sitting: of its items' share, of that where it is no light day, and of all its
 * minutes. Without an end, weeks repeat themselves from the day with the number `known` on.
 */
export function holdsOf({ calendar, room, end, lightFrom }: Days, known: number, opened?: Opened): Holds {
  const first = calendar.first
  const last = Math.min(end, known)
  const most = { share: [] as number[], heavyShare: [] as number[], all: [] as number[] }
  let isReady = false
  return (after, kind) => {
    if (!isReady) makeReady()
    const at = Math.max(after + 1, first) - first
    const list = most[kind]
    return at < list.length ? list[at]! : end > last ? list[Math.max(0, list.length - 8)]! : 0
  }

  function makeReady(): void {
    isReady = true
    let [share, heavyShare, all] = [0, 0, 0]
    for (let day = last - 1; day >= first; day--) {
      const { items, minutes } = room(day)
      const more = items + (opened?.open[day] ?? 0)
      share = Math.max(share, more)
      heavyShare = Math.max(heavyShare, day < lightFrom ? more : Math.min(more, opened?.openLight[day] ?? 0))
      if (day < lightFrom) all = Math.max(all, minutes)
      most.share[day - first] = share
      most.heavyShare[day - first] = heavyShare
      most.all[day - first] = all
    }
  }
}
