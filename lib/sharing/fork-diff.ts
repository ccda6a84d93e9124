import type { ItemKind, Tier } from '#lib/planning/types.ts'
import { movedIds } from './moved-ids.ts'

/**
 * What a fork follows of its origin. Remarks are not in it: they are for the origin's members.
 */
export interface ForkFields {
  kind: ItemKind
  tier: Tier
  minutes: number
  parts: number
  readingId: string | null
  title: string
  reason: string
  prompt: string
  touches: string[]
}

/** An item of the origin, in the plan's order. `phaseId` is the origin's phase. */
export interface OriginItem extends ForkFields {
  id: string
  phaseId: string | null
  /** The question that it asks: goes along, and is not compared. Snapshots from before it was kept have none. */
  questionId?: string | null
}

/** A phase of the origin, in order. */
export interface OriginPhase {
  id: string
  title: string
  goal: string
}

/** The origin at one moment. */
export interface Origin {
  phases: OriginPhase[]
  items: OriginItem[]
}

/**
 * An item of the fork, in order. `originId` names the origin's item that it came from; null for one of the fork's own.
 */
export interface OwnItem extends ForkFields {
  id: string
  phaseId: string | null
  originId: string | null
}

/** A phase of the fork. */
export interface OwnPhase extends OriginPhase {
  originId: string | null
}

/** The fork as it is now. */
export interface Own {
  phases: OwnPhase[]
  items: OwnItem[]
}

/** The fields that are compared one by one. */
export const forkFields = [
  'title',
  'kind',
  'tier',
  'minutes',
  'parts',
  'readingId',
  'reason',
  'prompt',
  'touches',
] as const satisfies (keyof ForkFields)[]

/** The value of one of them. */
export type FieldValue = ForkFields[keyof ForkFields]

/** A field of an item that the origin changed. */
export interface FieldChange {
  field: (typeof forkFields)[number]
  before: FieldValue
  after: FieldValue
  /** What the fork has, where its owner has changed the same field to something else; taking it would overwrite that. */
  own?: FieldValue
}

/** One edit of the origin since the fork, or since edits were last taken over or left. `id` is stable between looks. */
export type Change =
  | { id: string; kind: 'added'; item: OriginItem; phaseTitle: string | null }
  | { id: string; kind: 'removed'; itemId: string; title: string; edited: boolean }
  | { id: string; kind: 'edited'; itemId: string; title: string; fields: FieldChange[] }
  | { id: string; kind: 'moved'; itemId: string; title: string; phaseTitle: string | null; after: string | null }
  | { id: string; kind: 'phase'; phaseId: string; before: OriginPhase; after: OriginPhase }

/**
 * What the origin's owner changed since `snapshot` that the fork has not: each to accept or reject. What the fork threw
 * out is not offered again; what it has already is not offered either.
 */
export function forkChanges(snapshot: Origin, origin: Origin, own: Own): Change[] {
  const before = new Map(snapshot.items.map((item) => [item.id, item]))
  const mine = new Map(own.items.flatMap((item) => (item.originId === null ? [] : [[item.originId, item] as const])))
  const now = new Set(origin.items.map((item) => item.id))
  const moved = movedIds(snapshot.items, origin.items)
  const titleOf = (phaseId: string | null) => origin.phases.find((phase) => phase.id === phaseId)?.title ?? null
  const changes: Change[] = phaseChanges(snapshot, origin, own)
  for (const [index, item] of origin.items.entries()) {
    const old = before.get(item.id)
    const has = mine.get(item.id)
    if (!old) {
      if (!has) changes.push({ id: `added:${item.id}`, kind: 'added', item, phaseTitle: titleOf(item.phaseId) })
      continue
    }
    if (!has) continue
    const fields = fieldChanges(old, item, has)
    if (fields.length > 0)
      changes.push({ id: `edited:${item.id}`, kind: 'edited', itemId: item.id, title: has.title, fields })
    if (moved.has(item.id))
      changes.push({
        id: `moved:${item.id}`,
        kind: 'moved',
        itemId: item.id,
        title: has.title,
        phaseTitle: titleOf(item.phaseId),
        after: origin.items.slice(0, index).findLast((other) => other.phaseId === item.phaseId)?.title ?? null,
      })
  }
  for (const old of snapshot.items) {
    const has = mine.get(old.id)
    if (now.has(old.id) || !has) continue
    const edited = forkFields.some((field) => !same(old[field], has[field]))
    changes.push({ id: `removed:${old.id}`, kind: 'removed', itemId: old.id, title: has.title, edited })
  }
  return changes
}

function phaseChanges(snapshot: Origin, origin: Origin, own: Own): Change[] {
  return origin.phases.flatMap((after): Change[] => {
    const before = snapshot.phases.find((phase) => phase.id === after.id)
    const mine = own.phases.find((phase) => phase.originId === after.id)
    if (!before || !mine) return []
    const changed = (['title', 'goal'] as const).some((key) => before[key] !== after[key] && mine[key] !== after[key])
    return changed ? [{ id: `phase:${after.id}`, kind: 'phase', phaseId: after.id, before, after }] : []
  })
}

function fieldChanges(before: ForkFields, after: ForkFields, own: ForkFields): FieldChange[] {
  return forkFields.flatMap((field): FieldChange[] => {
    if (same(before[field], after[field]) || same(own[field], after[field])) return []
    const change = { field, before: before[field], after: after[field] }
    return [same(own[field], before[field]) ? change : { ...change, own: own[field] }]
  })
}

/** Whether two values of a field are the same. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
