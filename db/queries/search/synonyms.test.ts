import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { listTemplates } from '#db/queries/planning/templates.ts'
import { readings, sections, topics } from '#db/schema/index.ts'
import { db } from '#db/client.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { situations } from '#lib/catalogue/situations.ts'
import { itemsOfTemplate } from '#lib/planning/template.ts'
import { stemsOf } from '#lib/search/synonyms.ts'
import { wordsOf } from '#lib/words/same-word.ts'
import { readSynonyms } from './synonyms.ts'

const synonyms = readSynonyms()

beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), 0)
})

describe('the curated synonyms', () => {
  test('lead to places, readings, drills and situations that there are', async () => {
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const places = new Set([
      ...ids(db().select({ id: sections.id }).from(sections).all()),
      ...ids(db().select({ id: topics.id }).from(topics).all()),
    ])
    const known = new Set(ids(db().select({ id: readings.id }).from(readings).all()))
    const drills = new Set((await listTemplates()).flatMap(itemsOfTemplate).map(({ key }) => key))
    expect(synonyms.flatMap((one) => one.places).filter((id) => !places.has(id))).toEqual([])
    expect(synonyms.flatMap((one) => one.readings).filter((id) => !known.has(id))).toEqual([])
    expect(synonyms.flatMap((one) => one.drills).filter((key) => !drills.has(key))).toEqual([])
    const named = new Set(situations.map(({ id }) => id))
    expect(synonyms.flatMap((one) => one.situation ?? []).filter((id) => !named.has(id))).toEqual([])
  })

  test('say nothing twice, in whatever form', () => {
    const said = synonyms.flatMap((one) => [...new Set(one.say.map((say) => stemsOf(wordsOf(say)).join(' ')))])
    expect(said.filter((say, at) => said.indexOf(say) !== at)).toEqual([])
  })
})
