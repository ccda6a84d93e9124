import { newId } from '#lib/new-id.ts'

const pattern = /^own-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether an id is that of somebody's own reading: no reading of the catalogue has an id of this shape. */
export function isOwnId(id: string): boolean {
  return pattern.test(id)
}

/** A new id for an own reading. */
export function newOwnId(): string {
  return `own-${newId()}`
}
