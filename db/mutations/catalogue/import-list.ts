import type { Catalogue, ChangeKind } from '#lib/catalogue/catalogue-change.ts'
import { type ChangeRow, listChangeRows } from '#lib/catalogue/change-words.ts'
import type { Edition } from '#lib/catalogue/edition.ts'
import { type BulkAnswer, decideMany } from '#lib/catalogue/decide-many.ts'
import { type SectionChoice, chooseSections, withoutLeftOut } from '#lib/catalogue/edition-sections.ts'
import { createdFor } from '#lib/catalogue/edition-scope.ts'
import { type ChangeList, type MatchOptions, matchEdition } from '#lib/catalogue/match.ts'
import { selectChanges } from '#lib/catalogue/select-changes.ts'
import { dayOf } from '#lib/planning/days.ts'
import { conflict } from '#lib/problems.ts'
import { getPresentCatalogue } from '#db/queries/catalogue/present-catalogue.ts'
import { applyBatch } from './catalogue-changes.ts'
import { type CatalogueAdmin, requireCatalogueAdmin } from '#db/catalogue-admin.ts'

/** What a person decides about an import. */
export interface ImportChoices {
  /** What the file is called; names a list that is new. */
  name: string
  /** Which list it is an edition of; left out, that is found out. */
  list?: string | null
  /** Answers to doubts: the reading's id, or null for a new one. */
  decisions?: ReadonlyMap<string, string | null>
  /** One answer to all doubts that are not decided one by one. */
  bulk?: BulkAnswer
  goneSections?: readonly string[]
  /** The day of the edition, where it is known. */
  editionDay?: string
  /** Sections of the file, by title, that are taken in or left out against what is proposed. */
  sections?: ReadonlyMap<string, boolean>
  /** Readings whose shown title becomes the edition's. */
  retitle?: ReadonlySet<string>
  /** Readings whose changes are left out, */
  skip?: ReadonlySet<string>
  /** and kinds of changes that are. */
  without?: ReadonlySet<ChangeKind>
}

/** What an import would change, in words too, the revision that this holds for, and the lists added before. */
export type Preview = ChangeList & {
  revision: number
  rows: ChangeRow[]
  lists: string[]
  /** The sections of the file, and which of them are left out. */
  sections: SectionChoice[]
}

/**
 * Works out what an edition of a list would change; changes nothing.
 * @throws Problem 403 for nobody's admin.
 */
export async function previewImport(
  admin: CatalogueAdmin,
  edition: Edition,
  choices: ImportChoices,
  now: number,
): Promise<Preview> {
  requireCatalogueAdmin(admin)
  const { catalogue, known, revision } = await getPresentCatalogue()
  const { name, list, goneSections, editionDay, retitle, skip, without } = choices
  const options: MatchOptions = { day: dayOf(now, 'UTC', 0), name, known }
  if (list !== undefined) options.list = list
  if (goneSections) options.goneSections = goneSections
  if (editionDay !== undefined) options.editionDay = editionDay
  if (retitle) options.retitle = retitle
  const sections = chooseSections(edition, choices.sections)
  const found = matchDecided(catalogue, withoutLeftOut(edition, sections), options, choices)
  const selection = { ...(skip && { skip }), ...(without && { without }) }
  const changes = selectChanges(found.changes, selection)
  return {
    ...found,
    changes,
    rows: listChangeRows(catalogue, { ...found, changes }),
    lists: listsOf(catalogue),
    sections,
    revision,
  }
}

/**
 * Applies an edition of a list; twice is once. Doubts that nobody decided stay as they are.
 * @param revision the one that was looked at; left out, the present one.
 * @returns the record's id, null when there was nothing to do, and what was done.
 * @throws Problem 403 for nobody's admin, 409 when the catalogue changed meanwhile.
 */
export async function importList(
  admin: CatalogueAdmin,
  edition: Edition,
  choices: ImportChoices,
  now: number,
  revision?: number,
): Promise<{ changeId: string | null; preview: Preview }> {
  const preview = await previewImport(admin, edition, choices, now)
  if (revision !== undefined && revision !== preview.revision) {
    throw conflict('The catalogue has changed since this was looked at. Look at it again.', {
      revision: preview.revision,
    })
  }
  const { changes, order } = preview
  const { newSections, newTopics } = createdFor(changes, preview)
  const what = preview.list.id === null ? "an edition of the catalogue's list" : `the list ${preview.list.id}`
  const title = `${choices.name}, ${what}`
  const batch = { source: 'import' as const, title, changes, newSections, newTopics, order, revision: preview.revision }
  return { changeId: await applyBatch(admin, batch, now), preview }
}

/** Often enough: what is decided leaves readings to others, which may bring new doubts. */
const mostRounds = 5

/** Matches with the answers one by one, then with the bulk answer to what is left. */
function matchDecided(
  catalogue: Catalogue,
  edition: Edition,
  options: MatchOptions,
  { decisions = new Map(), bulk }: ImportChoices,
): ChangeList {
  const decided = new Map(decisions)
  let found = matchEdition(catalogue, edition, { ...options, decisions: decided })
  if (!bulk) return found
  for (let round = 0; round < mostRounds; round++) {
    const more = [...decideMany(found.doubts, bulk)].filter(([key]) => !decided.has(key))
    if (more.length === 0) break
    for (const [key, readingId] of more) decided.set(key, readingId)
    found = matchEdition(catalogue, edition, { ...options, decisions: decided })
  }
  return found
}

/** The lists besides the catalogue's own that readings came with. */
function listsOf({ readings }: Catalogue): string[] {
  return [...new Set(readings.flatMap(({ list }) => list ?? []))].toSorted()
}
