import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { PlanRole } from '#lib/permissions.ts'
import type { PlanSettings } from '#lib/planning/types.ts'
import type { Shows } from '#lib/sharing/visibility.ts'
import { db, transaction } from '#db/client.ts'
import { columnsOf } from '#db/mutations/planning/plan-copies.ts'
import { insertContent, insertPlan, type NewItem, type NewPhase } from '#db/mutations/planning/plan-copies.ts'
import { members } from '#db/schema/index.ts'
import { createPerson, type Person } from './people.ts'

/** Dates and minutes of no interest to the test. */
export const anySettings: PlanSettings = {
  startDate: '2026-03-02',
  targetDate: null,
  weekdayMinutes: [60, 60, 60, 60, 60, 0, 0],
  daysOff: [],
  timeZone: 'UTC',
}

/** An item with the facts that the test names. */
export function anyItem(given: Partial<NewItem> = {}): NewItem {
  return { id: randomUUID(), kind: 'task', tier: 'must', minutes: 30, title: 'Item', touches: [], ...given }
}

/** A plan of `owner` with these phases and items, straight in the tables. */
export async function makePlan(
  owner: Person,
  given: { id?: string; title?: string; description?: string; phases?: NewPhase[]; items?: NewItem[] } = {},
  now = Date.now(),
): Promise<string> {
  const { id = randomUUID(), title = 'A plan', description = '', phases = [], items = [anyItem()] } = given
  await transaction((tx) => {
    insertPlan(tx, owner.viewer, { id, title, description, settings: anySettings }, now)
    insertContent(tx, owner.viewer, id, { phases, items }, now)
  })
  return id
}

/** A new person on the plan. `joinedAt` null makes them invited. */
export async function makeMember(
  planId: string,
  role: PlanRole,
  given: { name?: string; shows?: Shows; joinedAt?: number | null } = {},
  now = Date.now(),
): Promise<Person> {
  const { name = role, shows = 'counts', joinedAt = now } = given
  const person = await createPerson({ name }, now)
  db()
    .insert(members)
    .values({
      planId,
      userId: person.viewer.id,
      role,
      shows,
      ...columnsOf(anySettings),
      joinedAt,
      passStartedAt: now,
      createdAt: now,
    })
    .run()
  return person
}

/** A person's role on a plan as the table has it; null where there is no row. */
export function roleInTable(planId: string, person: Person): string | null {
  const row = db()
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.planId, planId), eq(members.userId, person.viewer.id)))
    .get()
  return row?.role ?? null
}
