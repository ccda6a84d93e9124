import type { ItemState } from '../planning/types.ts'
import { inOrder, type Press } from './press.ts'

export const itemPressStates = ['todo', 'skipped', 'done'] as const satisfies readonly ItemState[]

/** A press on an item. `todo` with minutes: so much is given to it so far, and it goes on. */
export interface ItemPress extends Press {
  state: ItemState
  reason: string
}

/** An item as its presses make it. */
export interface FoldedItem {
  state: ItemState
  minutes: number | null
  reason: string
  day: string
  /** When the last press that made it so was. */
  at: number
  /** Minutes that were given to it before `day`. */
  before: number
}

/** How an item stands after its presses. */
export interface ItemFold {
  /** Null: untouched. */
  item: FoldedItem | null
  /** Minutes studied by day; null: none of the item on that day. */
  study: Map<string, number | null>
  /** Minutes that sittings on other days had taken when it was done, by the time of the press. */
  earlier: Map<number, number>
}

/**
 * Works out how an item stands after these presses, whatever order they are given in. The latest press holds.
 *
 * @param countsDone whether its being done counts as study of the item; false where it counts as that of its reading
 */
export function foldItems(presses: readonly ItemPress[], countsDone: boolean): ItemFold {
  const study: ItemFold['study'] = new Map()
  const earlier: ItemFold['earlier'] = new Map()
  let item = null as FoldedItem | null
  let given = 0
  /** What its being done counts for, by day; and the day on which it is done now. */
  const counted = new Map<string, number>()
  let doneOn = null as string | null
  for (const press of inOrder(presses, itemPressStates)) {
    const { state, at } = press
    const before = item
    const isSame = before?.state === state
    const day = press.sinceDay ?? press.day
    if (!study.has(press.day)) study.set(press.day, null)
    // What is taken back on its day takes the study of that day back; what was studied earlier stays.
    if (doneOn !== null && state !== 'done') {
      if (doneOn === press.day) count(doneOn, 0)
      doneOn = null
    }
    if (state === 'todo' && !press.minutes) {
      item = null
      given = 0
      study.set(press.day, null)
      continue
    }
    const minutes = press.minutes ?? (isSame ? before.minutes : null)
    const staysOn = isSame && (state !== 'todo' || minutes === before.minutes) ? before.day : null
    const on = press.sinceDay ?? staysOn ?? day
    const earlierGiven = before !== null && before.state === 'todo' && before.day < on ? given : (before?.before ?? 0)
    item = { state, minutes, reason: press.reason, day: on, at, before: earlierGiven }
    if (state === 'todo') {
      const total = minutes ?? 0
      if (press.counts) add(press.day, total - Math.max(given, press.earlier))
      given = total
    } else if (state === 'done') {
      earlier.set(at, given)
      if (!countsDone || !press.counts) continue
      const studied = Math.max(0, (minutes ?? press.estimate) - Math.max(given, press.earlier))
      doneOn ??= item.day
      count(doneOn, studied)
    }
  }
  return { item, study, earlier }

  function count(day: string, minutes: number): void {
    add(day, minutes - (counted.get(day) ?? 0))
    counted.set(day, minutes)
  }

  function add(day: string, minutes: number): void {
    const sum = (study.get(day) ?? 0) + minutes
    study.set(day, sum <= 0 && minutes < 0 ? null : Math.max(0, sum))
  }
}
