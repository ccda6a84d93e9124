import type { ImportChoices } from '#db/mutations/catalogue/import-list.ts'
import type { ImportChosen } from '#lib/api/catalogue.ts'

/** A body's choices as the import takes them. */
export function choicesOf(body: ImportChosen): ImportChoices {
  const { name, list, decisions, bulk, goneSections, editionDay, sections, retitle } = body
  return {
    name,
    decisions: new Map(Object.entries(decisions)),
    goneSections,
    sections: new Map(Object.entries(sections)),
    retitle: new Set(retitle),
    ...(list === undefined ? {} : { list }),
    ...(bulk && { bulk }),
    ...(editionDay === undefined ? {} : { editionDay }),
  }
}
