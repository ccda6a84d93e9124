/**
 * # The schedule
 *
 * A plan's days are made in two steps. A **dealing** (`deal.ts`) fixes what the days to come are built on: what falls
 * out, how much of each day is kept for review, what is opened for musts, what waits for the end. It happens at every
 * act that moves days, and only then; its days are the promise (`promise.ts`) that pace is measured against. Between
 * dealings `schedule(input)` works out the days from today on, purely: the same input gives the same days, and the
 * clock comes in as `today`. Somebody who does each day what it says sees no day change. A day is one of the person's
 * zone (`days.ts`).
 *
 * **What a day holds** (`room.ts`). A study day has the minutes of its weekday, less what other plans took. Of these
 * it keeps what going over readings will take as far as the dealing can foresee (`review.ts`), at most 15 %. The last
 * study day of a calendar week with three or more keeps half of the rest as the week's buffer, at most the minutes of
 * the week's shortest day. Buffers open for the minutes that a person is late by. `review` and `buffer` items live on
 * the minutes that are kept.
 *
 * **Order** (`fill.ts`). Days are filled one after the other, items taken phase by phase in their order. An item that
 * does not fit into what is left of a day waits for the next, and all behind it wait too: order before fullness. What
 * a day gets depends on what is left to do and on that day alone; nothing is carried over from one day to the next.
 *
 * **Sittings.** An item longer than a day is split, a series at the ends of its parts where they fit. Mocks and drills
 * stay whole wherever a day that the plan can have holds them, even one that they take alone with what it keeps; what
 * is shorter than 20 minutes stays whole too, and no sitting is under 10 minutes but the end of an item or a shorter
 * day. What comes next passes a drill that the next study day does not hold, and a mock that waits.
 *
 * **Exceptions to the order.** A pinned item stands whole on its day, first, even over that day's minutes, but only one
 * does so on a day; the next goes to the day after. A pin that went by puts the item first. A mock begins when 60 % of
 * the musts are behind it on earlier days. What belongs near the end waits for it, where nothing falls for that.
 *
 * **Other plans.** A person's plans share the days, the earlier interview first (`view.ts`). A reading that an earlier
 * one holds costs nothing here: it is told as `inOtherPlan`.
 *
 * **The interview day** and all after it hold nothing, and the two days before it only review and light items
 * (`isLight`). When not all fits (`settle.ts`), items fall: could before should; within a tier reading before practice
 * (drills, mocks, cards), the last in order first; then whatever still fits is put back, the most important first. A
 * pinned item never falls. Where the musts alone do not fit, what is kept opens for as many minutes as they are short,
 * the latest days first: review, then buffers, then the light days. A must that does not fit even so is told as `late`
 * and stands on no day.
 *
 * **Today is fixed when the day begins.** What was due in the morning stays due until it is done, skipped or moved;
 * doing more takes nothing away, and taking a tick back puts the item where it was. The days after today know of all
 * that was done. **Done and skipped items** stand on the day on which they were done and never move. What was done
 * before the plan began is told as `before`.
 */
import { asOf, isTouched } from './as-of.ts'
import { addDays } from './days.ts'
import { deal, firstDay, settleOrRun, without, type Run } from './deal.ts'
import { prepare } from './prepare.ts'
import { present } from './present.ts'
import type { Fixed, PlanItem, Schedule, ScheduleInput } from './types.ts'
import { minutesAt } from './work.ts'

/** The days as the morning had them, and those after today as they are now; the same where nothing else was done. */
export type WorkedOut = { schedule: Schedule; morning: Run; now: Run }

/** Works out the days. See the top of this file for the rules, `types.ts` for what goes in and out. */
export function schedule(input: ScheduleInput): Schedule {
  return workOut(input).schedule
}

/** `schedule` with the runs behind it, for the plans that come after it. */
export function workOut(input: ScheduleInput): WorkedOut {
  const { dealt, settings, today } = input
  const dealing = dealt ? null : deal(input)
  const fixed: Fixed = dealt ?? dealing!.fixed
  const morning = dealing?.run ?? runFrom(input, asOf(input.items, today), firstDay(input), input.morning, fixed)
  const now =
    today >= settings.startDate && isOtherwise(input, morning)
      ? runFrom(input, afterToday(input, morning), addDays(today, 1), input.others ?? input.morning, fixed)
      : morning
  return { schedule: present(input, morning, now), morning, now }
}

function runFrom(
  input: ScheduleInput,
  items: readonly PlanItem[],
  from: string,
  others: ScheduleInput['others'],
  fixed: Fixed,
): Run {
  const prepared = prepare({ input, items, from, others, fixed, review: fixed.review })
  const { works, out } = without(prepared, fixed.out)
  return { prepared, out, ...settleOrRun(prepared, works) }
}

/** Minutes of each item on the first day of a run and after it. */
function minutesOn({ prepared, filled }: Run): Map<string, { today: number; later: number }> {
  const minutes = new Map<string, { today: number; later: number }>()
  for (const { work, day, minutes: given } of filled.placed) {
    const known = minutes.get(work.item.id) ?? { today: 0, later: 0 }
    known[day === prepared.calendar.first ? 'today' : 'later'] += given
    minutes.set(work.item.id, known)
  }
  return minutes
}

/** Whether today something else was done than what the morning had for it, so that the days to come differ. */
function isOtherwise({ items, today, morning, others = morning }: ScheduleInput, run: Run): boolean {
  if (others !== morning) return true
  const touched = items.filter((item) => isTouched(item, today))
  if (touched.length === 0) return false
  const minutes = minutesOn(run)
  return touched.some((item) => {
    const planned = minutes.get(item.id)
    if (item.state !== 'todo') return planned !== undefined && planned.later > 0
    return item.spent !== (item.spentBefore ?? 0) + (planned?.today ?? 0)
  })
}

/** Items as they stand when today is over: what is due today and not worked on yet is taken as done. */
function afterToday({ items, today, speedPercent }: ScheduleInput, run: Run): PlanItem[] {
  const minutes = minutesOn(run)
  return items.map((item): PlanItem => {
    const due = minutes.get(item.id)?.today ?? 0
    if (item.state !== 'todo' || due === 0 || isTouched(item, today)) return item
    const spent = (item.spent ?? 0) + due
    return spent >= minutesAt(item, speedPercent)
      ? { ...item, state: 'done', day: today }
      : { ...item, spent, spentOn: today, spentBefore: item.spent ?? 0 }
  })
}
