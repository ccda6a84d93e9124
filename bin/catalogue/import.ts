import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type ImportChoices, importList, previewImport } from '#db/mutations/catalogue/import-list.ts'
import { type ChangeKind, changeKinds } from '#lib/catalogue/catalogue-change.ts'
import type { Edition } from '#lib/catalogue/edition.ts'
import { importReport } from '#lib/catalogue/import-report.ts'
import { parseAwesomeList } from '#lib/catalogue/parse-awesome-list.ts'
import { isoDay } from '#lib/api/common.ts'
import { counted } from '#lib/format.ts'
import { BootError } from '../boot.ts'
import { commaList, readArguments, saying } from './arguments.ts'

const options = {
  apply: { type: 'boolean' },
  same: { type: 'string' },
  new: { type: 'string' },
  without: { type: 'string' },
  skip: { type: 'string' },
  gone: { type: 'string' },
  list: { type: 'string' },
  day: { type: 'string' },
  'same-from': { type: 'string' },
  'rest-new': { type: 'boolean' },
  take: { type: 'string' },
  leave: { type: 'string' },
  retitle: { type: 'string' },
} as const

/** Shows what a list would change, and with `--apply` changes it. */
export async function importCommand(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, options)
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new BootError('Name one file: npm run catalogue -- import README.md')
  const edition = parseAwesomeList(read(file))
  const choices: ImportChoices = {
    name: basename(file),
    goneSections: commaList(values.gone),
    skip: new Set(commaList(values.skip)),
    without: kindsOf(commaList(values.without)),
    retitle: new Set(commaList(values.retitle)),
    sections: new Map([
      ...commaList(values.take).map((title) => [title, true] as const),
      ...commaList(values.leave).map((title) => [title, false] as const),
    ]),
    ...bulkOf(values['same-from'], values['rest-new']),
    ...(values.day === undefined ? {} : { editionDay: dayGiven(values.day) }),
    ...(values.list === undefined ? {} : { list: values.list === 'own' ? null : values.list }),
  }
  const now = Date.now()
  choices.decisions = await decide(edition, choices, values, now)
  const width = process.stdout.columns ?? 200
  const found = await saying(previewImport('console', edition, choices, now))
  for (const line of importReport(found, edition.warnings, choices.name, width)) console.log(line)
  if (found.changes.length === 0) return
  if (!values.apply) {
    console.log('\nNothing is changed yet. Add --apply to do it.')
    return
  }
  const { changeId } = await saying(importList('console', edition, choices, now, found.revision))
  console.log(
    `\n${counted(found.changes.length, 'change')} made. npm run catalogue -- undo ${changeId} takes them back.`,
  )
}

/** The answers given by number; numbers are those of the doubts before any is decided. */
async function decide(
  edition: Edition,
  choices: ImportChoices,
  given: { same?: string; new?: string },
  now: number,
): Promise<Map<string, string | null>> {
  const decisions = new Map<string, string | null>()
  if (!given.same && !given.new) return decisions
  const { doubts } = await previewImport('console', edition, choices, now)
  for (const [isSame, numbers] of [
    [true, commaList(given.same)],
    [false, commaList(given.new)],
  ] as const) {
    for (const number of numbers) {
      const doubt = doubts[Number(number) - 1]
      if (!doubt) throw new BootError(`There is no doubtful one with the number ${number}: there are ${doubts.length}.`)
      decisions.set(doubt.key, isSame ? doubt.candidate.readingId : null)
    }
  }
  return decisions
}

/** `--same-from 85` and `--rest-new` as one answer to all doubts. */
function bulkOf(sameFrom: string | undefined, othersNew = false): Pick<ImportChoices, 'bulk'> {
  if (sameFrom === undefined && !othersNew) return {}
  const percent = sameFrom === undefined ? null : Number(sameFrom)
  if (percent !== null && !(percent >= 0 && percent <= 100)) {
    throw new BootError(`--same-from takes a percentage from 0 to 100, not “${sameFrom}”.`)
  }
  return { bulk: { sameFrom: percent === null ? null : percent / 100, othersNew } }
}

function dayGiven(text: string): string {
  const day = isoDay.safeParse(text)
  if (!day.success) throw new BootError(`--day takes a day as 2026-03-31, not “${text}”.`)
  return day.data
}

function kindsOf(names: string[]): Set<ChangeKind> {
  for (const name of names) {
    if (!changeKinds.some((kind) => kind === name)) {
      throw new BootError(`There is no kind of change “${name}”: ${changeKinds.join(', ')}.`)
    }
  }
  return new Set(names as ChangeKind[])
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new BootError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}.`)
  }
}
