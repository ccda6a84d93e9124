import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canDeletePlan, canEditPlan, canMarkItems } from '#lib/permissions.ts'
import { proposeTiers } from '#lib/planning/propose-tiers.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { invalid } from '#lib/problems.ts'
import { endBeforeStart, endsAfterStart, type NewPlan, type PlanChange } from '#lib/api/plans.ts'
import { requireWrittenOn } from '#lib/written-on.ts'
import { isMember } from '#db/conditions.ts'
import { type Transaction, transaction } from '#db/client.ts'
import { requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { getTemplate, listReadingFacts, listTemplateEntries } from '#db/queries/planning/templates.ts'
import { members, plans } from '#db/schema/index.ts'
import { doersOf, movingDays } from '#db/mutations/dealing/dealings.ts'
import { insertContent, insertPlan, type NewItem, type NewPhase } from './plan-copies.ts'
import { recordEvent } from './plan-events.ts'
import { recordByHand } from './repairs.ts'

interface Content {
  title: string
  phases: NewPhase[]
  items: NewItem[]
}

/**
 * Makes a plan of the viewer's from a template, from readings, or empty.
 * Sending the same `id` again gives the plan that stands.
 * @throws Problem 422 for a template or reading that is not there, 409 for an id that is taken or for too many plans.
 */
export async function createPlan(viewer: Viewer, input: NewPlan, now: number): Promise<{ id: string }> {
  const { id = randomUUID(), templateId, title, readingIds, phases, ...settings } = input
  const content =
    templateId === null
      ? await contentOfReadings(viewer, id, phases ?? [{ title: null, readingIds: readingIds ?? [] }])
      : await contentOf(id, templateId)
  return transaction((tx) =>
    movingDays(tx, [viewer.id], now, () => {
      const columns = { id, title: title ?? content.title, description: '', templateId, settings }
      const { isNew } = insertPlan(tx, viewer, columns, now)
      if (!isNew) return { id }
      insertContent(tx, viewer, id, content, now)
      const from = templateId === null ? 'list' : 'template'
      recordEvent(tx, { planId: id, userId: viewer.id }, { kind: 'created', data: { from } }, now)
      return { id }
    }),
  )
}

async function contentOf(planId: string, templateId: string): Promise<Content> {
  const template = await getTemplate(templateId)
  if (!template) throw invalid('templateId', 'There is no such template.')
  const phaseId = (index: number) => `${planId}-phase-${index + 1}`
  const entries = await listTemplateEntries(template)
  return {
    title: template.title,
    phases: template.phases.map(({ title, goal }, index) => ({ id: phaseId(index), title, goal })),
    items: entries.map(({ key, phase, ...entry }) => ({
      ...entry,
      id: `${planId}-${key}`,
      phaseId: phaseId(phase),
    })),
  }
}

/** Readings under headings, or under none; one that comes twice stands where it came first. */
async function contentOfReadings(
  viewer: Viewer,
  planId: string,
  groups: readonly { title: string | null; goal?: string | undefined; readingIds: readonly string[] }[],
): Promise<Content> {
  const wanted = [...new Set(groups.flatMap((group) => group.readingIds))]
  const known = new Map((await listReadingFacts(wanted, viewer)).map((reading) => [reading.id, reading]))
  const missing = wanted.find((id) => !known.has(id))
  if (missing) throw invalid('readingIds', `There is no reading “${missing}”, or it is not yours.`)
  const placed = new Set<string>()
  const tiers = proposeTiers(groups.map((group) => group.readingIds))
  const content: Content = { title: 'My plan', phases: [], items: [] }
  for (const [index, { title, goal = '', readingIds }] of groups.entries()) {
    const phaseId = title === null ? null : `${planId}-phase-${index + 1}`
    if (title !== null && phaseId !== null) content.phases.push({ id: phaseId, title, goal })
    for (const readingId of readingIds) {
      if (placed.has(readingId)) continue
      placed.add(readingId)
      const { id, ...facts } = known.get(readingId)!
      content.items.push({
        ...facts,
        id: `${planId}-${id}`,
        phaseId,
        kind: 'read',
        tier: tiers.get(readingId) ?? 'must',
        readingId,
        touches: [],
      })
    }
  }
  return content
}

const settingFields = ['startDate', 'targetDate', 'weekdayMinutes', 'daysOff'] as const

/**
 * Changes a plan's words (for those who edit it) or the viewer's own dates and minutes on it (for those who do it).
 * @throws Problem 404 for one who is not on it, 403 for a role that may not, 422 for an end before the start.
 */
export async function setPlan(
  viewer: Viewer,
  planId: string,
  change: Omit<PlanChange, 'templateId'>,
  now: number,
): Promise<void> {
  await transaction((tx) => setPlanWithin(tx, viewer, planId, change, now))
}

/** `setPlan` inside a transaction that does more. */
export function setPlanWithin(
  tx: Transaction,
  viewer: Viewer,
  planId: string,
  change: Omit<PlanChange, 'templateId'>,
  now: number,
): void {
  const { title, description, was } = change
  if (title !== undefined || description !== undefined) {
    requireRoleWithin(tx, viewer, planId, canEditPlan, 'Only its owner and editors change the words of a plan.')
    if (was) {
      const present = { title: plans.title, description: plans.description }
      requireWrittenOn(tx.select(present).from(plans).where(eq(plans.id, planId)).get()!, was, { title, description })
    }
    const words = { title, description, version: sql`${plans.version} + 1`, updatedAt: now }
    tx.update(plans).set(words).where(eq(plans.id, planId)).run()
    recordEvent(tx, { planId, userId: viewer.id }, { kind: 'plan-changed', data: {} }, now)
  }
  if (settingFields.some((field) => change[field] !== undefined))
    movingDays(tx, [viewer.id], now, () => setOwnDates(tx, viewer, planId, change, now))
  else requireRoleWithin(tx, viewer, planId, () => true)
}

function setOwnDates(tx: Transaction, viewer: Viewer, planId: string, change: PlanChange, now: number): void {
  requireRoleWithin(tx, viewer, planId, canMarkItems, 'A guest has no dates of their own on a plan.')
  const mine = isMember(planId, viewer.id)
  const before = tx
    .select({
      startDate: members.startDate,
      targetDate: members.targetDate,
      weekdayMinutes: members.weekdayMinutes,
      daysOff: members.daysOff,
    })
    .from(members)
    .where(mine)
    .get()!
  const after: PlanSettings = { ...before, timeZone: viewer.timeZone, ...defined(change) }
  if (!endsAfterStart(after)) throw invalid(endBeforeStart.path[0]!, endBeforeStart.error)
  const { startDate, targetDate } = after
  tx.update(members)
    .set({ startDate, targetDate, weekdayMinutes: [...after.weekdayMinutes], daysOff: [...after.daysOff] })
    .where(mine)
    .run()
  recordByHand(tx, viewer, planId, change, after, now)
}

function defined(change: PlanChange): Partial<PlanSettings> {
  return Object.fromEntries(
    settingFields.flatMap((field) => (change[field] === undefined ? [] : [[field, change[field]]])),
  )
}

/**
 * Deletes a plan of the viewer's. Its rows stay for 30 days, in which the owner can have it back.
 * @throws Problem 404 for one who is not on it, 403 for one who does not own it.
 */
export async function removePlan(viewer: Viewer, planId: string, now: number): Promise<void> {
  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canDeletePlan, 'Only its owner deletes a plan. You can leave it.')
    movingDays(tx, doersOf(tx, planId), now, () =>
      tx.update(plans).set({ deletedAt: now }).where(eq(plans.id, planId)).run(),
    )
  })
}
