import { fill, isShared, type Filled, type FillInput } from './fill.ts'
import type { Opened } from './holds.ts'
import { fallOrder, type Work } from './work.ts'

/** What stands in the days, what falls out, and what had to be opened for the musts. */
export type Settled = Opened & {
  filled: Filled
  /** In the order in which they fall. */
  fallen: Work[]
  /** Musts that do not fit. */
  late: Work[]
}

/**
 * Fills the days, and lets fall what does not fit: as little as possible, the least important first; then whatever
 * still fits is put back, the most important first. Where the musts alone do not fit, what is kept for review, then the
 * buffers, then the light days open for as many minutes as they are short, the latest days first.
 */
export function settle(input: FillInput, works: readonly Work[]): Settled {
  const { open, openLight } = input
  const run = (kept: readonly Work[], opened?: Opened) => fill({ ...input, ...opened, works: kept })
  const all = run(works)
  const settled = { open, openLight, late: [], fallen: [] }
  if (fits(all)) return { ...settled, filled: all }

  const order = fallOrder(works)
  const optional = order.filter(({ must }) => !must)
  const musts = works.filter(({ must }) => must)
  const opened = fits(run(musts)) ? { open, openLight } : openFor(input, musts)
  const most = drop(musts, order.slice(optional.length), (some) => fits(run(some, opened)))
  const exact = most.gone.length > 0 ? openFor(input, most.kept) : opened
  const isKept = (some: readonly Work[]) => fits(run(some, exact))
  // With less open, less waits for a later day: a must may fit again.
  const { kept, gone } = putBack(musts, most.gone, isKept)
  const rest = drop(
    works.filter((work) => !work.must || kept.includes(work)),
    optional,
    isKept,
    spareOf({ ...input, ...exact }),
  )
  return { ...exact, filled: run(rest.kept, exact), fallen: rest.gone, late: gone }
}

const fits = ({ left }: Filled) => left.length === 0

/** So many works are placed at most in trying to put back what fell: a plan of 1,000 must not keep anybody waiting. */
const MOST_STEPS = 20_000

/** Takes out as few as possible from the front of `order`, then puts back, from its end, what still fits. */
function drop(
  works: readonly Work[],
  order: readonly Work[],
  isKept: (works: readonly Work[]) => boolean,
  spare?: (kept: readonly Work[]) => (work: Work) => number,
): { kept: readonly Work[]; gone: Work[] } {
  const without = (gone: ReadonlySet<Work>) => works.filter((work) => !gone.has(work))
  if (isKept(works)) return { kept: works, gone: [] }
  let tooFew = 0
  let enough = order.length
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1
    if (isKept(without(new Set(order.slice(0, middle))))) enough = middle
    else tooFew = middle
  }
  return putBack(works, order.slice(0, enough), isKept, spare)
}

/** Puts back what still fits of what is gone, which is given in the order in which it falls: the last first. */
function putBack(
  works: readonly Work[],
  fallen: readonly Work[],
  isKept: (works: readonly Work[]) => boolean,
  spare?: (kept: readonly Work[]) => (work: Work) => number,
): { kept: readonly Work[]; gone: Work[] } {
  const gone = new Set(fallen)
  const without = () => works.filter((work) => !gone.has(work))
  let kept = without()
  let room = spare?.(kept)
  let tries = Math.ceil(MOST_STEPS / works.length)
  for (const work of fallen.toReversed()) {
    if (tries === 0) break
    if (room && work.total - work.at > room(work)) continue
    tries--
    gone.delete(work)
    const more = without()
    if (isKept(more)) {
      kept = more
      room = spare?.(kept)
    } else gone.add(work)
  }
  return { kept, gone: fallen.filter((work) => gone.has(work)) }
}

/** The minutes of items' shares that a set of works leaves free, at most: for light works, and for those that are not. */
function spareOf({ calendar, room, end, lightFrom, open, openLight }: FillInput) {
  let all = 0
  let heavy = 0
  for (let day = calendar.first; day < end; day++) {
    const minutes = room(day).items + (open[day] ?? 0)
    all += minutes
    heavy += day < lightFrom ? minutes : (openLight[day] ?? 0)
  }
  const minutesOf = (works: readonly Work[]) =>
    works.reduce((sum, work) => (isShared(work) ? sum + work.total - work.at : sum), 0)
  return (kept: readonly Work[]) => {
    // What takes a whole day takes more than its share.
    if (kept.some(({ full }) => full)) return () => Infinity
    const spare = all - minutesOf(kept)
    const spareHeavy = heavy - minutesOf(kept.filter(({ light }) => !light))
    return (work: Work) => (!isShared(work) || work.full ? Infinity : work.light ? spare : Math.min(spare, spareHeavy))
  }
}

/** Opens reserves until the works fit, and no more than needed; all of them where even that is too little. */
function openFor(input: FillInput, works: readonly Work[]): Opened {
  const { calendar, room, end, lightFrom } = input
  const days: number[] = []
  for (let day = end - 1; day >= calendar.first; day--) if (room(day).minutes > 0) days.push(day)
  const reviewAndBuffer = (day: number) => room(day).review + room(day).buffer
  const most =
    days.reduce((sum, day) => sum + reviewAndBuffer(day), 0) +
    days.filter((day) => day >= lightFrom).reduce((sum, day) => sum + room(day).minutes, 0)
  const at = (level: number): Opened => {
    let left = level
    const open: Record<number, number> = {}
    const openLight: Record<number, number> = {}
    const give = (to: Record<number, number>, day: number, minutes: number) => {
      const given = Math.min(left, minutes)
      if (given > 0) to[day] = (to[day] ?? 0) + given
      left -= given
    }
    for (const day of days) give(open, day, room(day).review)
    for (const day of days) give(open, day, room(day).buffer)
    for (const day of days) if (day >= lightFrom) give(openLight, day, room(day).minutes)
    return { open, openLight }
  }
  const holds = (level: number) => fits(fill({ ...input, ...at(level), works }))
  if (!holds(most)) return at(most)
  let tooFew = 0
  let enough = most
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1
    if (holds(middle)) enough = middle
    else tooFew = middle
  }
  return at(enough)
}
