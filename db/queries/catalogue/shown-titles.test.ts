import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Where the list's own title is read: to compare with lists, to make the shown titles, to record and undo changes. */
const mayReadTheBareTitle = [
  'db/mutations/archive/import-checklist.ts',
  'db/mutations/catalogue/link-checks.ts',
  'db/mutations/catalogue/reading-titles.ts',
  'db/mutations/catalogue/undo-catalogue-change.ts',
  'db/queries/catalogue/catalogue.ts',
  'db/queries/catalogue/reading-states.ts',
]
/** Where a row stands beside its organisation. */
const showsRows = [
  'db/mutations/catalogue/reading-titles.ts',
  'db/queries/catalogue/catalogue.ts',
  'db/queries/catalogue/readings.ts',
  'db/queries/search/search-readings.ts',
]
/** Where a title stands without its organisation: neighbours, plans and calendars, notes, activity, exports, admin. */
const standsAlone = [
  'db/mutations/catalogue/reading-titles.ts',
  'db/queries/archive/archive.ts',
  'db/queries/catalogue/changes.ts',
  'db/queries/catalogue/link-checks.ts',
  'db/queries/catalogue/readings.ts',
  'db/queries/planning/templates.ts',
  'db/queries/search/search-readings.ts',
  'db/queries/sharing/activity.ts',
  'db/queries/sharing/shared-notes.ts',
  'db/queries/catalogue/catalogue-shape.ts',
  'db/queries/study/study.ts',
]

const files = ['app', 'db']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  // A person's own reading is shown under the title that they gave it.
  .filter((name) => !/^db\/(queries|mutations)\/own\//.test(name))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|testing|schema/.test(name))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }))
const naming = (column: string) =>
  files
    .filter(({ text }) => new RegExp(`\\b(?:readings|allReadings)\\.${column}\\b`).test(text))
    .map(({ name }) => name)

test('every place that shows a reading shows a title that says enough there', () => {
  expect(naming('title').filter((name) => !mayReadTheBareTitle.includes(name))).toEqual([])
  expect(naming('rowTitle').filter((name) => !showsRows.includes(name))).toEqual([])
  expect(standsAlone.filter((name) => !naming('fullTitle').includes(name))).toEqual([])
})
