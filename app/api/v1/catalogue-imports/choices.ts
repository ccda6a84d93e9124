import type { ImportChoices } from '#db/mutations/catalogue/import-list.ts'
import type { ImportGiven } from '#lib/api/catalogue.ts'

/** A body's choices as the import takes them. */
export function choicesOf({ name, list, decisions, goneSections }: ImportGiven): ImportChoices {
  return {
    name,
    decisions: new Map(Object.entries(decisions)),
    goneSections,
    ...(list === undefined ? {} : { list }),
  }
}
