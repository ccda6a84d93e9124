import { localKeys } from '#lib/marks/local.ts'
import { type MarkMap, type Status } from '#lib/marks/status.ts'
import type { ItemState } from '#lib/planning/types.ts'

/** A press on a reading; a null status takes the mark off. */
export interface MarkPressSent {
  readingId: string
  status: Status | null
  minutesSpent?: number | null
  since?: number
  /** When it was pressed: milliseconds, UTC. */
  at: number
}

/** A press on an item of a plan. */
export interface ItemPressSent {
  planId: string
  itemId: string
  body: { state: ItemState; reason?: string; minutesSpent?: number; day?: string; at: number }
}

/** A press that the server has not answered yet. */
export type WaitingPress = { mark: MarkPressSent } | { item: ItemPressSent }

type Kept = WaitingPress & { viewer: string }

/** More than a person presses without a network; the browser's store is small. */
const MOST = 500

/**
 * Presses wait in the browser's store until the server has answered, a key each, so that they outlive the page: what was
 * pressed without a network is sent when the person comes back, with the time at which it was pressed.
 */
const ofThisPage = new Set<string>()

/**
 * Keeps a press of this page until `forgetPress`.
 * @returns the key to forget it by; null where it cannot be kept, and is sent while the page lives.
 */
export function keepPress(press: WaitingPress): string | null {
  const viewer = localStorage.getItem(localKeys.viewer)
  if (viewer === null || waitingKeys().length >= MOST) return null
  const key = `${localKeys.waiting}${timeOf(press)}.${Math.random().toString(36).slice(2)}`
  try {
    localStorage.setItem(key, JSON.stringify({ ...press, viewer } satisfies Kept))
  } catch {
    // The browser's store is full or shut.
    return null
  }
  ofThisPage.add(key)
  return key
}

/** The server has answered this press, or refused it. */
export function forgetPress(key: string | null): void {
  if (key === null) return
  ofThisPage.delete(key)
  localStorage.removeItem(key)
}

/** The viewer's presses that pages which are gone left behind, in the order in which they were pressed. */
export function listLeftPresses(): { key: string; press: WaitingPress }[] {
  return listWaiting().filter(({ key }) => !ofThisPage.has(key))
}

/** Marks as the server tells them, with what was pressed here and waits still. */
export function withWaiting(marks: MarkMap): MarkMap {
  const next = { ...marks }
  for (const { press } of listWaiting()) {
    if (!('mark' in press)) continue
    const { readingId, status } = press.mark
    if (status === null) delete next[readingId]
    else next[readingId] = status
  }
  return next
}

/** Another person signed in: what somebody else pressed here is not theirs. */
export function dropPressesOfOthers(viewer: string): void {
  for (const key of waitingKeys()) if (readKept(key)?.viewer !== viewer) localStorage.removeItem(key)
}

function listWaiting(): { key: string; press: Kept }[] {
  const viewer = localStorage.getItem(localKeys.viewer)
  return waitingKeys()
    .flatMap((key) => {
      const press = readKept(key)
      return press?.viewer === viewer ? [{ key, press }] : []
    })
    .toSorted((a, b) => timeOf(a.press) - timeOf(b.press))
}

function waitingKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(localKeys.waiting))
}

function timeOf(press: WaitingPress): number {
  return 'mark' in press ? press.mark.at : press.item.body.at
}

function readKept(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
