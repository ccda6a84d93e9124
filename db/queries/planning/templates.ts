import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { parseTemplate } from '#lib/planning/parse-template.ts'
import { holdsTemplate, itemsOfTemplate, type Template, withQuestions } from '#lib/planning/template.ts'
import { itemKinds, tiers, type ItemKind, type Tier } from '#lib/planning/types.ts'
import type { Question } from '#lib/questions/question.ts'
import { db } from '#db/client.ts'
import { allReadings } from '#db/schema/index.ts'
import { maySeeReading } from '#db/conditions.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'
import type { TemplateSummary } from '#lib/api/plan-answers.ts'

/** The shipped plans: one file each. */
export const templatesFolder = join(/* turbopackIgnore: true */ process.cwd(), 'db/content/plans')

let cached: Template[] | undefined

/**
 * The curated plans that ship with the product: those for an interview first, then the shortest.
 * @throws Error naming file, line and reason when one is broken.
 */
export async function listTemplates(): Promise<Template[]> {
  cached ??= readTemplates(templatesFolder, (await getQuestionSet()).questions)
  return cached
}

/** A curated plan, or null. */
export async function getTemplate(id: string): Promise<Template | null> {
  return (await listTemplates()).find((template) => template.id === id) ?? null
}

/** Reads and checks the template files of a folder. */
function readTemplates(folder: string, questions: readonly Question[]): Template[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const file = `db/content/plans/${name}`
      const parsed = parseTemplate(readFileSync(join(folder, name), 'utf8'), file)
      if (parsed.template) {
        const { template, missing } = withQuestions(parsed.template, questions)
        if (missing.length === 0) return template
        throw new Error(`${file}: there is no question "${missing[0]}"`)
      }
      const [error] = parsed.errors
      throw new Error(`${error?.file}:${error?.line}: ${error?.reason}`)
    })
    .toSorted(
      (a, b) => Number(isInterview(b)) - Number(isInterview(a)) || a.days - b.days || a.title.localeCompare(b.title),
    )
}

/** Whether a template rehearses an interview: those come first. */
function isInterview(template: Template): boolean {
  return itemsOfTemplate(template).some(({ kind }) => kind === 'mock')
}

/** An item of a template with what the catalogue says of its reading. */
export interface TemplateEntry {
  key: string
  kind: ItemKind
  tier: Tier
  /** At 100 % speed. */
  minutes: number
  parts: number
  /** Index of its phase. */
  phase: number
  readingId: string | null
  title: string
  reason: string
  prompt: string
  touches: string[]
  questionId: string | null
  /** Not earlier than so many days before the interview. */
  nearEnd: number | null
}

/**
 * The items of a template in order, minutes and titles filled in from the catalogue. One whose reading this
 * catalogue does not hold is left out.
 */
export async function listTemplateEntries(template: Template): Promise<TemplateEntry[]> {
  const ids = itemsOfTemplate(template).flatMap(({ reading }) => reading ?? [])
  const known = new Map((await listReadingFacts(ids)).map((reading) => [reading.id, reading]))
  return template.phases.flatMap((phase, index) =>
    phase.items.flatMap(({ reading: readingId, question: questionId, minutes, title, ...item }) => {
      const reading = readingId === null ? undefined : known.get(readingId)
      if (readingId !== null && !reading) return []
      return {
        ...item,
        phase: index,
        readingId,
        questionId,
        title: title || (reading?.title ?? ''),
        minutes: minutes ?? reading?.minutes ?? 1,
        parts: item.kind === 'read' && minutes === null ? (reading?.parts ?? 1) : 1,
      }
    }),
  )
}

/**
 * What planning needs to know of readings, in the order given; unknown ids are left out. Own readings that a viewer may
 * see are among them where one is given.
 */
export async function listReadingFacts(
  ids: readonly string[],
  viewer?: Viewer,
): Promise<{ id: string; title: string; minutes: number; parts: number }[]> {
  if (ids.length === 0) return []
  const rows = db()
    .select({
      id: allReadings.id,
      title: allReadings.fullTitle,
      minutes: allReadings.minutes,
      parts: allReadings.parts,
    })
    .from(allReadings)
    .where(and(inArray(allReadings.id, [...ids]), viewer ? maySeeReading(viewer.id) : isNull(allReadings.ownerId)))
    .all()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** All templates as lines of a list. */
export async function listTemplateSummaries(): Promise<TemplateSummary[]> {
  return Promise.all((await listTemplates()).map(summarise))
}

async function summarise(template: Template): Promise<TemplateSummary> {
  const { id, title, summary, days, weekdayMinutes, phases } = template
  const entries = await listTemplateEntries(template)
  const counted = <T extends string>(names: readonly T[], of: (entry: TemplateEntry) => T) =>
    Object.fromEntries(names.map((name) => [name, entries.filter((entry) => of(entry) === name).length])) as Record<
      T,
      number
    >
  return {
    id,
    title,
    summary,
    days,
    weekdayMinutes,
    minutes: entries.reduce((sum, entry) => sum + entry.minutes, 0),
    kinds: counted(itemKinds, (entry) => entry.kind),
    tiers: counted(tiers, (entry) => entry.tier),
    phases: phases.map(({ title, goal }) => ({ title, goal })),
  }
}

/** The longer and shorter plans of a template's family, shortest first: what a plan can become when its day moves. */
export async function listFamily(templateId: string | null): Promise<{ id: string; title: string }[]> {
  const template = templateId === null ? null : await getTemplate(templateId)
  if (!template) return []
  return (await listTemplates())
    .filter((other) => other.id !== template.id && (holdsTemplate(other, template) || holdsTemplate(template, other)))
    .map(({ id, title }) => ({ id, title }))
}
