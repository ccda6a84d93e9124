import { randomUUID } from 'node:crypto'
import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { canEditPlan } from '#lib/permissions.ts'
import { holdsTemplate } from '#lib/planning/template.ts'
import { conflict, invalid } from '#lib/problems.ts'
import { transaction, type Transaction } from '#db/client.ts'
import { requireRole, requireRoleWithin } from '#db/queries/planning/memberships.ts'
import { getTemplate, listTemplateEntries } from '#db/queries/planning/templates.ts'
import { items, phases, plans } from '#db/schema/index.ts'
import { doersOf, movingDays } from '#db/mutations/dealing/dealings.ts'
import { reopenPlan } from './passes.ts'
import { recordEvent } from './plan-events.ts'

const refusal = 'Only its owner and editors change the items of a plan.'

/**
 * Turns a plan into a longer or shorter one of its template's family, for an interview that moved. What both hold stays
 * as it is, with all that was done, under the new headings; what only the new one holds comes in. Nothing is taken out:
 * the tiers say what falls first. `also` is done with it, or neither is.
 * @throws Problem 404 for one who is not on the plan, 403 for a role that may not, 422 for an unknown template, 409 for
 * one of another family.
 */
export async function switchTemplate(
  viewer: Viewer,
  planId: string,
  templateId: string,
  now: number,
  also: (tx: Transaction) => void = () => {},
): Promise<void> {
  await requireRole(viewer, planId, canEditPlan, refusal)
  const template = await getTemplate(templateId)
  if (!template) throw invalid('templateId', 'There is no such template.')
  const entries = await listTemplateEntries(template)
  const present = await getTemplate(await transaction((tx) => templateOf(tx, planId)))
  if (!present || (!holdsTemplate(template, present) && !holdsTemplate(present, template)))
    throw conflict('This plan comes from another family of templates. Start a new plan from this one instead.')
  if (present.id === templateId) return transaction(also)

  await transaction((tx) => {
    requireRoleWithin(tx, viewer, planId, canEditPlan, refusal)
    movingDays(tx, doersOf(tx, planId), now, () => {
      const oldPhases = phasesOf(tx, planId)
      const newPhases = template.phases.map(({ title, goal }, position) => {
        const id = `${planId}-${templateId}-${position + 1}`
        const row = { id, planId, title, goal, position }
        const own = { target: phases.id, set: { position }, setWhere: eq(phases.planId, planId) }
        if (tx.insert(phases).values(row).onConflictDoUpdate(own).run().changes > 0) return id
        // Somebody gave a phase of their own plan this id.
        const other = randomUUID() as string
        tx.insert(phases)
          .values({ ...row, id: other })
          .run()
        return other
      })
      let added = 0
      for (const [position, { key, phase, tier, ...entry }] of entries.entries()) {
        const id = `${planId}-${key}`
        const place = { phaseId: newPhases[phase] ?? null, position, tier, nearEnd: entry.nearEnd }
        const moved = tx
          .update(items)
          .set(place)
          .where(and(eq(items.id, id), eq(items.planId, planId)))
          .run()
        if (moved.changes > 0) continue
        const row = { ...entry, ...place, id, planId, createdAt: now }
        if (tx.insert(items).values(row).onConflictDoNothing().run().changes === 0)
          tx.insert(items)
            .values({ ...row, id: randomUUID() })
            .run()
        added++
      }
      // Headings that still hold something of one's own follow; the others go.
      const used = tx.selectDistinct({ id: items.phaseId }).from(items).where(eq(items.planId, planId)).all()
      const kept = used.flatMap(({ id }) => id ?? [])
      tx.delete(phases)
        .where(and(eq(phases.planId, planId), notInArray(phases.id, kept)))
        .run()
      for (const [index, id] of oldPhases.filter((id) => !newPhases.includes(id)).entries())
        tx.update(phases)
          .set({ position: newPhases.length + index })
          .where(eq(phases.id, id))
          .run()
      tx.update(plans)
        .set({ templateId, version: sql`${plans.version} + 1`, updatedAt: now })
        .where(eq(plans.id, planId))
        .run()
      if (added > 0) reopenPlan(tx, planId)
      recordEvent(tx, { planId, userId: viewer.id }, { kind: 'items-added', data: { count: added } }, now)
    })
    also(tx)
  })
}

function templateOf(tx: Transaction, planId: string): string {
  return tx.select({ id: plans.templateId }).from(plans).where(eq(plans.id, planId)).get()?.id ?? ''
}

function phasesOf(tx: Transaction, planId: string): string[] {
  return tx
    .select({ id: phases.id })
    .from(phases)
    .where(eq(phases.planId, planId))
    .orderBy(asc(phases.position))
    .all()
    .map(({ id }) => id)
}
