import { randomUUID } from 'node:crypto'
import { and, asc, count, eq, isNull, max } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canEditPlan, canMarkItems } from '#lib/permissions.ts'
import { MAX_ITEMS } from '#lib/planning/rules.ts'
import { practiceMinutes, practiceTitle } from '#lib/practice/answer.ts'
import { conflict, invalid, notFound } from '#lib/problems.ts'
import type { ItemChange, NewItems } from '#lib/api/plans.ts'
import { portableLimits } from '#lib/sharing/plan-exchange.ts'
import { requireWrittenOn } from '#lib/written-on.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { getQuestion } from '#db/queries/questions/questions.ts'
import { listReadingFacts } from '#db/queries/planning/templates.ts'
import { items, phases, pins } from '#db/schema/index.ts'
import { doersOf, movingDays } from '#db/mutations/dealing/dealings.ts'
import { adoptReadings } from '#db/mutations/own/adopt-readings.ts'
import { reopenPlan } from './passes.ts'
import { touchPlan } from './plan-events.ts'

const refusal = 'Only its owner and editors change the items of a plan.'

/**
 * Puts an item into a plan, or several readings as a phase of their own; readings that the plan has already are left
 * out. An item or phase whose id is there already stays as it is.
 * @returns ids of what was put in, or of what was there under the id already.
 * @throws Problem 404 for one who is not on the plan, 403 for a role that may not, 422 for a reading or phase that is
 * not there, 409 when the plan would hold too many items.
 */
export async function createItems(
  viewer: Viewer,
  planId: string,
  input: NewItems,
  now: number,
): Promise<{ ids: string[] }> {
  const wanted = 'readingIds' in input ? input.readingIds : input.readingId === null ? [] : [input.readingId]
  const facts = new Map((await listReadingFacts(wanted, viewer)).map((reading) => [reading.id, reading]))
  const missing = wanted.find((id) => !facts.has(id))
  if (missing)
    throw invalid('readingIds' in input ? 'readingIds' : 'readingId', 'There is no such reading, or it is not yours.')
  const asked = 'questionId' in input && input.questionId !== undefined ? await wordsOfQuestion(input) : {}
  return transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canEditPlan, refusal)
    return movingDays(tx, doersOf(tx, planId), now, () => {
      const ids: string[] = []
      if ('readingIds' in input) {
        const { id: phaseId = randomUUID(), title, goal = '' } = input.phase
        if (!tx.select({ id: phases.id }).from(phases).where(eq(phases.id, phaseId)).get()) {
          const last = tx
            .select({ at: max(phases.position) })
            .from(phases)
            .where(eq(phases.planId, planId))
            .get()
          tx.insert(phases)
            .values({ id: phaseId, planId, title, goal, position: (last?.at ?? -1) + 1 })
            .run()
        }
        const has = new Set(readingsOf(tx, planId))
        for (const readingId of new Set(wanted)) {
          if (has.has(readingId)) continue
          const { title, minutes, parts } = facts.get(readingId)!
          const id = randomUUID()
          insert(
            tx,
            viewer,
            planId,
            { id, phaseId, kind: 'read', tier: input.tier, readingId, title, minutes, parts },
            now,
          )
          ids.push(id)
        }
      } else {
        const { id = randomUUID(), afterItemId, ...item } = { ...input, ...asked }
        const known = tx.select({ planId: items.planId }).from(items).where(eq(items.id, id)).get()
        if (known && known.planId !== planId) throw conflict('This item could not be made under its id. Try again.')
        if (!known) {
          const reading = item.readingId === null ? undefined : facts.get(item.readingId)
          const parts = item.minutes === undefined ? (reading?.parts ?? 1) : 1
          insert(
            tx,
            viewer,
            planId,
            {
              ...item,
              id,
              parts: item.kind === 'read' ? parts : 1,
              title: item.title ?? reading?.title ?? '',
              minutes: item.minutes ?? (item.kind === 'read' ? reading?.minutes : undefined) ?? 15,
              phaseId: item.phaseId === undefined ? lastPhase(tx, planId) : item.phaseId,
            },
            now,
          )
          if (afterItemId !== undefined) move(tx, planId, id, undefined, afterItemId)
        }
        if (known) return { ids: [id] }
        ids.push(id)
      }
      refuseTooMany(tx, planId)
      if (ids.length > 0) {
        reopenPlan(tx, planId)
        const place = { planId, itemId: ids.length === 1 ? ids[0] : undefined }
        touchPlan(tx, viewer, place, { kind: 'items-added', data: { count: ids.length } }, now)
      }
      return { ids }
    })
  })
}

/** What an item takes from the question that it asks, unless it says otherwise itself. */
async function wordsOfQuestion({ kind, questionId, title, minutes, prompt, touches }: OneItem) {
  const question = await getQuestion(questionId ?? '')
  if (!question || (kind !== 'drill' && kind !== 'mock')) throw invalid('questionId', 'There is no such question.')
  return {
    title: title ?? practiceTitle(kind, question.title),
    minutes: minutes ?? practiceMinutes[kind],
    prompt: prompt ?? question.prompt,
    touches: touches ?? question.goodAnswer,
  }
}

type OneItem = Exclude<NewItems, { readingIds: unknown }>
type Row = Pick<typeof items.$inferInsert, 'id' | 'kind' | 'tier' | 'minutes' | 'parts' | 'readingId' | 'title'> &
  Partial<typeof items.$inferInsert>

function insert(tx: Transaction, viewer: Viewer, planId: string, given: Row, now: number): void {
  const [row = given] = adoptReadings(tx, viewer, [given], now)
  requirePhase(tx, planId, row.phaseId ?? null)
  const last = tx
    .select({ at: max(items.position) })
    .from(items)
    .where(eq(items.planId, planId))
    .get()
  tx.insert(items)
    .values({ touches: [], ...row, planId, position: (last?.at ?? -1) + 1, createdAt: now })
    .run()
}

function lastPhase(tx: Transaction, planId: string): string | null {
  const rows = tx
    .select({ id: phases.id })
    .from(phases)
    .where(eq(phases.planId, planId))
    .orderBy(asc(phases.position), asc(phases.id))
    .all()
  return rows.at(-1)?.id ?? null
}

function readingsOf(tx: Transaction, planId: string): string[] {
  return tx
    .select({ id: items.readingId })
    .from(items)
    .where(and(eq(items.planId, planId), eq(items.kind, 'read')))
    .all()
    .flatMap(({ id }) => id ?? [])
}

function requirePhase(tx: Transaction, planId: string, phaseId: string | null): void {
  if (phaseId === null) return
  const phase = tx.select({ planId: phases.planId }).from(phases).where(eq(phases.id, phaseId)).get()
  if (phase?.planId !== planId) throw invalid('phaseId', 'This plan has no such phase.')
}

function refuseTooMany(tx: Transaction, planId: string): void {
  const rows = tx.select({ n: count() }).from(items).where(eq(items.planId, planId)).get()
  if ((rows?.n ?? 0) > MAX_ITEMS) throw conflict(`A plan holds at most ${MAX_ITEMS} items.`)
  const headings = tx.select({ n: count() }).from(phases).where(eq(phases.planId, planId)).get()
  if ((headings?.n ?? 0) > portableLimits.phases)
    throw conflict(`A plan has at most ${portableLimits.phases} headings.`)
}

/**
 * Changes an item: its words, tier, minutes and place for those who edit the plan, its pin for the viewer alone.
 * @throws Problem 404 for one who is not on the plan or an item that it does not have, 403 for a role that may not, 409
 * with the present words where they are not those that the change was written on.
 */
export async function setItem(
  viewer: Viewer,
  planId: string,
  itemId: string,
  { pin, phaseId, afterItemId, was, ...words }: ItemChange,
  now: number,
): Promise<void> {
  await transaction((tx) => {
    const edits = phaseId !== undefined || afterItemId !== undefined || Object.keys(words).length > 0
    requireRoleWithin(tx, viewer, planId, edits ? canEditPlan : canMarkItems, edits ? refusal : undefined)
    requireItem(tx, planId, itemId)
    if (pin !== undefined) movingDays(tx, [viewer.id], now, () => setPin(tx, viewer, itemId, pin, now))
    if (!edits) return
    if (was) requireWrittenOn(wordsOf(tx, itemId), was, words)
    movingDays(tx, doersOf(tx, planId), now, () => {
      if (Object.keys(words).length > 0) tx.update(items).set(words).where(eq(items.id, itemId)).run()
      if (phaseId !== undefined || afterItemId !== undefined) {
        requirePhase(tx, planId, phaseId ?? null)
        move(tx, planId, itemId, phaseId, afterItemId)
      }
    })
    touchPlan(tx, viewer, { planId, itemId }, { kind: 'items-changed', data: { count: 1 } }, now)
  })
}

function wordsOf(tx: Transaction, itemId: string) {
  const { title, reason, prompt, remark } = items
  return tx.select({ title, reason, prompt, remark }).from(items).where(eq(items.id, itemId)).get()!
}

function requireItem(tx: Transaction, planId: string, itemId: string): void {
  const item = tx.select({ planId: items.planId }).from(items).where(eq(items.id, itemId)).get()
  if (item?.planId !== planId) throw notFound('item')
}

function setPin(tx: Transaction, viewer: Viewer, itemId: string, date: string | null, now: number): void {
  if (date === null) {
    tx.delete(pins)
      .where(and(eq(pins.itemId, itemId), eq(pins.userId, viewer.id)))
      .run()
    return
  }
  const row = { date, updatedAt: now }
  tx.insert(pins)
    .values({ itemId, userId: viewer.id, ...row })
    .onConflictDoUpdate({ target: [pins.itemId, pins.userId], set: row })
    .run()
}

/** Puts an item behind another of its phase; first for null, last when that is left out. */
function move(
  tx: Transaction,
  planId: string,
  itemId: string,
  toPhase: string | null | undefined,
  afterItemId: string | null | undefined,
): void {
  const own = tx.select({ phaseId: items.phaseId }).from(items).where(eq(items.id, itemId)).get()!
  const phaseId = toPhase === undefined ? own.phaseId : toPhase
  const others = tx
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.planId, planId), phaseId === null ? isNull(items.phaseId) : eq(items.phaseId, phaseId)))
    .orderBy(asc(items.position), asc(items.id))
    .all()
    .map(({ id }) => id)
    .filter((id) => id !== itemId)
  const at = afterItemId === undefined ? others.length : afterItemId === null ? 0 : others.indexOf(afterItemId) + 1
  if (typeof afterItemId === 'string' && at === 0) throw invalid('afterItemId', 'This phase has no such item.')
  others.splice(at, 0, itemId)
  for (const [position, id] of others.entries()) tx.update(items).set({ position }).where(eq(items.id, id)).run()
  if (phaseId !== own.phaseId) tx.update(items).set({ phaseId }).where(eq(items.id, itemId)).run()
}

/**
 * Takes an item out of a plan, with what its members did about it; their marks and notes stay.
 * @throws Problem 404 for one who is not on the plan or an item that it does not have, 403 for a role that may not.
 */
export async function removeItem(viewer: Viewer, planId: string, itemId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canEditPlan, refusal)
    requireItem(tx, planId, itemId)
    movingDays(tx, doersOf(tx, planId), now, () => tx.delete(items).where(eq(items.id, itemId)).run())
    touchPlan(tx, viewer, { planId }, { kind: 'items-removed', data: { count: 1 } }, now)
  })
}
