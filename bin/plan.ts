import { parseArgs } from 'node:util'
import { useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { getTemplate, listTemplateEntries, listTemplates } from '#db/queries/planning/templates.ts'
import { fitsText, scheduleText } from '#lib/planning/schedule-text.ts'
import { addDays } from '#lib/planning/days.ts'
import { schedule } from '#lib/planning/schedule.ts'
import { settingsProblem } from '#lib/planning/settings.ts'
import type { PlanItem, PlanSettings } from '#lib/planning/types.ts'
import { boot, BootError } from './boot.ts'

const usage = `npm run plan -- TEMPLATE [--start 2026-12-01] [--interview 2027-01-04] [--minutes 60,60,60,60,60,0,0]
                         [--off 2026-12-25,2026-12-26] [--speed 100]

Prints the days that a template comes to. Minutes are those of the weekdays, from Monday; the interview is "none" for
no day to be ready by. What is left out is as the enrol page proposes it.
`

await boot(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      start: { type: 'string' },
      interview: { type: 'string' },
      minutes: { type: 'string' },
      off: { type: 'string' },
      speed: { type: 'string' },
    },
  })
  const [templateId] = positionals
  if (templateId === undefined) return void console.log(usage)
  const template = await getTemplate(templateId)
  if (!template) {
    const known = (await listTemplates()).map(({ id }) => `  ${id}`).join('\n')
    throw new BootError(`There is no template ${templateId}. There are:\n${known}`)
  }
  const startDate = values.start ?? new Date().toISOString().slice(0, 10)
  const settings: PlanSettings = {
    startDate,
    targetDate: values.interview === 'none' ? null : (values.interview ?? addDays(startDate, template.days)),
    weekdayMinutes: values.minutes?.split(',').map(Number) ?? template.weekdayMinutes,
    daysOff: values.off?.split(',') ?? [],
    timeZone: 'UTC',
  }
  const problem = settingsProblem(settings)
  if (problem) throw new BootError(problem.message)
  const speedPercent = Number(values.speed ?? 100)
  if (!(speedPercent >= 25 && speedPercent <= 400)) throw new BootError('A speed is 25 to 400 percent.')

  // The catalogue's minutes, in a database of its own that ends with this.
  const database = openDatabase(':memory:')
  await migrateDatabase(database)
  useDatabase(database)
  await loadCatalogue(readContentFiles(), Date.now())
  const items = (await listTemplateEntries(template)).map(
    ({ key, kind, tier, minutes, parts = 1, phase, readingId = null, title }, position): PlanItem => ({
      id: key,
      kind,
      tier,
      minutes,
      parts,
      phase,
      position,
      readingId,
      title,
      state: 'todo',
      day: null,
      pin: null,
    }),
  )
  const dealt = schedule({ items, settings, speedPercent, today: startDate })
  console.log(`${template.title}\n${fitsText(dealt, items.length)}\n\n${scheduleText(dealt)}`)
})
