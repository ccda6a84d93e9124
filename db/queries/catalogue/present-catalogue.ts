import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Catalogue } from '#lib/catalogue/catalogue-change.ts'
import type { KnownNames } from '#lib/catalogue/listing-facts.ts'
import { db } from '#db/client.ts'
import {
  catalogueChangeEntries,
  catalogueChanges,
  catalogueState,
  organisations,
  readings,
  technologies,
} from '#db/schema/index.ts'
import { getCatalogueShape } from './catalogue-shape.ts'
import { readStates } from './reading-states.ts'

/** The catalogue as the matcher takes it, with the revision that it is of. */
export async function getPresentCatalogue(): Promise<{ catalogue: Catalogue; known: KnownNames; revision: number }> {
  const lists = listOfAdded()
  const delisted = delistedBefore()
  const listedOn = new Map(
    db()
      .select({ id: readings.id, listedOn: readings.listedOn })
      .from(readings)
      .all()
      .map((row) => [row.id, row.listedOn]),
  )
  const { sections, topics } = await getCatalogueShape()
  const catalogue = {
    sections,
    topics,
    readings: [...readStates(db())].map(([id, state]) => ({
      id,
      ...state,
      list: lists.get(id) ?? null,
      listedOn: listedOn.get(id) ?? '',
      delistedBefore: delisted.get(id) ?? null,
    })),
  }
  const names = (table: typeof organisations | typeof technologies) =>
    db()
      .select({ name: table.name })
      .from(table)
      .all()
      .map((row) => row.name)
  return {
    catalogue,
    known: { organisations: names(organisations), technologies: names(technologies) },
    revision: db().select({ revision: catalogueState.revision }).from(catalogueState).get()?.revision ?? 0,
  }
}

/** The list that brought each reading which an import added. */
function listOfAdded(): Map<string, string | null> {
  const rows = db()
    .select({ readingId: catalogueChangeEntries.readingId, after: catalogueChangeEntries.after })
    .from(catalogueChangeEntries)
    .where(eq(catalogueChangeEntries.kind, 'added'))
    .orderBy(asc(catalogueChangeEntries.changeId))
    .all()
  return new Map(rows.map(({ readingId, after }) => [readingId, (after?.list as string | null | undefined) ?? null]))
}

/** The day on which each reading was delisted before an import, not undone since, listed it again. */
function delistedBefore(): Map<string, string> {
  const rows = db()
    .select({ readingId: catalogueChangeEntries.readingId, before: catalogueChangeEntries.before })
    .from(catalogueChangeEntries)
    .innerJoin(catalogueChanges, eq(catalogueChanges.id, catalogueChangeEntries.changeId))
    .where(
      and(
        eq(catalogueChangeEntries.kind, 'relisted'),
        eq(catalogueChanges.source, 'import'),
        isNull(catalogueChanges.undoneAt),
      ),
    )
    .orderBy(asc(catalogueChangeEntries.changeId))
    .all()
  return new Map(
    rows.flatMap(({ readingId, before }) => (before?.delistedOn ? [[readingId, String(before.delistedOn)]] : [])),
  )
}
