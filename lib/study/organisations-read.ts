import type { Status } from '#lib/marks/status.ts'

/** An organisation with how many of its readings were done; minutes as estimated. */
export interface OrganisationRead {
  id: string
  name: string
  done: number
  minutes: number
}

/**
 * The organisations whose readings were done most, the first `limit`; by name among equals.
 * @param names organisations by id.
 */
export function organisationsRead(
  readings: readonly { id: string; organisationId: string | null; minutes: number }[],
  names: ReadonlyMap<string, string>,
  marks: ReadonlyMap<string, Status>,
  limit: number,
): OrganisationRead[] {
  const byId = new Map<string, OrganisationRead>()
  for (const { id, organisationId, minutes } of readings) {
    if (organisationId === null || marks.get(id) !== 'done') continue
    const name = names.get(organisationId) ?? organisationId
    const one = byId.get(organisationId) ?? { id: organisationId, name, done: 0, minutes: 0 }
    one.done++
    one.minutes += minutes
    byId.set(organisationId, one)
  }
  return [...byId.values()].toSorted((a, b) => b.done - a.done || a.name.localeCompare(b.name)).slice(0, limit)
}
