import { randomUUID } from 'node:crypto'
import type { Viewer } from '#lib/auth/viewer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import { itemsOf, type PortableItem, type PortablePlan } from '#lib/sharing/portable-plan.ts'
import { transaction } from '#db/client.ts'
import { findReadings } from '#db/queries/sharing/portable-plans.ts'
import { itemStates } from '#db/schema/index.ts'
import { insertContent, insertPlan, type NewItem } from '#db/mutations/planning/plan-copies.ts'
import { movingDays } from '#db/mutations/dealing/dealings.ts'
import { recordEvent } from '#db/mutations/planning/plan-events.ts'

/**
 * Makes a plan of the viewer's own out of one that came from a file, its ticks included: they count as done on the day
 * of the import. Readings that are not known here stay as tasks with their address in the remark.
 * @returns the new plan's id.
 */
export async function importPlan(
  viewer: Viewer,
  plan: PortablePlan,
  settings: PlanSettings,
  now: number,
  id?: string,
): Promise<{ planId: string }> {
  return transaction((tx) =>
    movingDays(tx, [viewer.id], now, () => {
      const title = oneLine(plan.title) || 'A plan from a file'
      const { description } = plan
      const made = insertPlan(tx, viewer, { id, title, description, settings }, now)
      if (!made.isNew) return { planId: made.id }
      const readingOf = findReadings(tx, viewer, itemsOf(plan))
      const day = studyDayOf(viewer, now)
      const groups = [
        { id: null, items: plan.items },
        ...plan.phases.map((phase) => ({ ...phase, id: randomUUID() as string | null })),
      ]
      const rows = groups.flatMap((group) =>
        group.items.map((item) => ({ row: toRow(item, readingOf(item), group.id), state: item.state })),
      )
      insertContent(
        tx,
        viewer,
        made.id,
        {
          phases: groups.flatMap((group) =>
            group.id === null || !('title' in group)
              ? []
              : [{ id: group.id, title: oneLine(group.title), goal: group.goal }],
          ),
          items: rows.map(({ row }) => row),
        },
        now,
      )
      for (const { row, state } of rows)
        if (state !== 'todo')
          tx.insert(itemStates).values({ itemId: row.id, userId: viewer.id, pass: 1, state, day, updatedAt: now }).run()
      recordEvent(tx, { planId: made.id, userId: viewer.id }, { kind: 'created', data: { from: 'file' } }, now)
      return { planId: made.id }
    }),
  )
}

function toRow({ state: _, url, ...item }: PortableItem, readingId: string | null, phaseId: string | null): NewItem {
  const lost = url !== null && readingId === null && !item.remark.includes(url)
  return {
    ...item,
    id: randomUUID(),
    title: oneLine(item.title),
    phaseId,
    readingId,
    remark: lost ? [item.remark, url].filter(Boolean).join('\n') : item.remark,
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
