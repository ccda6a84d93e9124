import { createHash } from 'node:crypto'
import type { Viewer } from '#lib/auth/viewer.ts'
import { prepared } from '#db/prepared.ts'

/** Whether somebody else here has a row under this id, on any plan that the viewer is not on. */
const findTaken = prepared((database) => {
  const ofOthersPlan = (table: string, planId: string) =>
    `exists (select 1 from ${table} t where t.id = @id and not exists (select 1 from members m
      where m.plan_id = t.${planId} and m.user_id = @user and m.joined_at is not null))`
  const ofOthers = (table: string) => `exists (select 1 from ${table} where id = @id and user_id <> @user)`
  const anywhere = [
    ofOthersPlan('plans', 'id'),
    ofOthersPlan('phases', 'plan_id'),
    ofOthersPlan('items', 'plan_id'),
    ...['repairs', 'lists', 'study_events', 'answers', 'reviews', 'quotes', 'read_throughs', 'estimates'].map(ofOthers),
  ]
  return database.$client.prepare<[{ id: string; user: string }], number>(`select ${anywhere.join(' or ')}`).pluck()
})

/**
 * Gives each id of an archive the id that it has here: its own, or one made of it and the viewer's where somebody else
 * here has it, which happens when an archive is brought into another account of the same server.
 */
export function idsHere(viewer: Viewer): (id: string) => string {
  return (id) => (findTaken().get({ id, user: viewer.id }) === 1 ? derived(viewer, id) : id)
}

function derived(viewer: Viewer, id: string): string {
  return createHash('sha256').update(`${viewer.id}\n${id}`).digest('base64url').slice(0, 32)
}
