import type { Viewer } from '#lib/auth/viewer.ts'
import { type Done, seenOn, together } from '#lib/questions/coverage.ts'
import { db } from '#db/client.ts'
import { contentWithin } from '#db/queries/planning/plan-content.ts'
import { listProgress } from '#db/queries/sharing/progress.ts'
import { getDone } from './done.ts'

/** What the people of a plan have done together, as far as each lets the viewer see it. */
export interface PlanDone {
  title: string
  done: Done
  /** Names of those whose ticks are counted, and of those who show none. */
  counted: string[]
  hidden: string[]
}

/**
 * What the members of a plan cover together: all that the viewer did, and of the others what they ticked on this plan
 * and show.
 * @throws Problem 404 for one who is not on the plan.
 */
export async function getPlanDone(viewer: Viewer, planId: string): Promise<PlanDone> {
  const seen = (await listProgress(viewer, planId)).filter(({ role }) => role !== 'guest')
  const content = contentWithin(db(), planId)
  const items = content?.items ?? []
  const shown = seen.filter(({ self, entries }) => !self && entries !== null)
  const others = shown.map(({ entries }) =>
    seenOn(items, new Set(entries?.flatMap(({ itemId, state }) => (state === 'done' ? [itemId] : [])))),
  )
  return {
    title: content?.title ?? '',
    done: together([await getDone(viewer), ...others]),
    counted: shown.map(({ name }) => name),
    hidden: seen.filter(({ self, entries }) => !self && entries === null).map(({ name }) => name),
  }
}
