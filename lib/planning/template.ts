/**
 * A template is a curated plan that ships with the product: `db/content/plans/<id>.yaml`, read by `parse-template.ts`.
 *
 * Templates of one family nest: what stands in the shortest is `must` in all, what the next adds is `should`, what the
 * longest adds is `could`; an item has the same `key` and the same words in each, and they come in the same order. So
 * the scheduler, which lets `could` fall first and then `should`, makes the shorter plan out of the longer one when an
 * interview moves, and what was done counts in both.
 */
import { z } from 'zod'
import type { Question } from '../questions/question.ts'

const tier = z.enum(['must', 'should', 'could'])
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens')
const line = z.string().trim().min(1).max(200)
const paragraph = z.string().trim().min(1).max(2000)
const minutes = z.int().min(1).max(600)
/** Not earlier than so many days before the interview, where nothing falls for it: 1 is the eve. */
const nearEnd = z.int().min(1).max(28).optional()

const read = z.strictObject({
  kind: z.literal('read'),
  key: slug.optional(),
  tier,
  reading: slug,
  minutes: minutes.optional(),
  reason: line,
  nearEnd,
})

const card = z.strictObject({
  kind: z.literal('card'),
  key: slug.optional(),
  tier,
  reading: slug,
  title: line,
  minutes,
  reason: line,
  nearEnd,
})

/**
 * A drill is done in writing, a mock aloud and on the clock. Both name a question of `db/content/questions/`, which has
 * the prompt and what a good answer touches, or say both themselves.
 */
const practice = z
  .strictObject({
    kind: z.enum(['drill', 'mock']),
    key: slug,
    tier,
    title: line,
    minutes,
    reason: line,
    nearEnd,
    question: slug.optional(),
    prompt: paragraph.optional(),
    touches: z.array(line).min(4).max(12).optional(),
  })
  .refine(
    ({ question, prompt, touches }) => (question === undefined) === (prompt !== undefined && touches !== undefined),
    {
      path: ['question'],
      error: 'names a question, or prompt and touches stand here, not both',
    },
  )

const other = z.strictObject({
  kind: z.enum(['review', 'buffer', 'task']),
  key: slug,
  tier,
  title: line,
  minutes,
  reason: line,
  nearEnd,
  prompt: paragraph,
})

const phase = z.strictObject({
  title: line,
  goal: line.regex(/^After this I can .+\.$/, 'must be a sentence "After this I can …."'),
  items: z.array(z.discriminatedUnion('kind', [read, card, practice, other])).min(1),
})

/** The form of a template file. A field that it does not name is refused. */
export const templateSchema = z.strictObject({
  id: slug,
  title: line,
  summary: z.string().trim().min(1).max(400),
  days: z.int().min(7).max(364).multipleOf(7),
  weekdayMinutes: z.array(z.int().min(0).max(720)).length(7),
  phases: z.array(phase).min(1),
})

/** A thing to do in a template. What its kind does not have is null, empty or `[]`. */
export type TemplateItem = {
  /** Unique in the template, and the same for ever and in every template of the family. */
  key: string
  kind: 'read' | 'card' | 'drill' | 'mock' | 'review' | 'buffer' | 'task'
  tier: 'must' | 'should' | 'could'
  /** Id of the reading; null unless it is a `read` or a `card`. */
  reading: string | null
  /** Empty for a `read`: the reading has one. */
  title: string
  /** At 100 % speed. Null for a `read` that takes what its reading is estimated at. */
  minutes: number | null
  /** Why it is here, in a few words; for a part of a reading, also which. */
  reason: string
  /** What to do, for all kinds but `read` and `card`. */
  prompt: string
  /** What a good answer to a drill or mock touches. */
  touches: string[]
  /** Id of the question that a drill or mock asks, which has prompt and touches; null where it has its own. */
  question: string | null
  /** Belongs near the end: not earlier than so many days before the interview. */
  nearEnd: number | null
}

export type TemplatePhase = {
  title: string
  /** "After this I can ….". */
  goal: string
  items: TemplateItem[]
}

export type Template = {
  /** The name of its file without `.yaml`. */
  id: string
  title: string
  summary: string
  /** Calendar days from the first day to the day before the interview; whole weeks. */
  days: number
  /** The minutes suggested for each weekday, from Monday. */
  weekdayMinutes: number[]
  phases: TemplatePhase[]
}

/** All items of a template, in order. */
export function itemsOfTemplate(template: Template): TemplateItem[] {
  return template.phases.flatMap((phase) => phase.items)
}

/** The minutes that a template's suggestion gives from its first day to its last. */
export function budgetOfTemplate(template: Template): number {
  const week = template.weekdayMinutes.reduce((sum, minutes) => sum + minutes, 0)
  return (week * template.days) / 7
}

/**
 * A template with the words of the questions that its drills and mocks ask.
 * @returns also the ids that it names and that no question has.
 */
export function withQuestions(
  template: Template,
  questions: readonly Pick<Question, 'id' | 'prompt' | 'goodAnswer'>[],
): { template: Template; missing: string[] } {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const filled = (item: TemplateItem): TemplateItem => {
    const question = item.question === null ? undefined : byId.get(item.question)
    return question ? { ...item, prompt: question.prompt, touches: question.goodAnswer } : item
  }
  const phases = template.phases.map((phase) => ({ ...phase, items: phase.items.map(filled) }))
  const named = itemsOfTemplate(template).flatMap(({ question }) => question ?? [])
  return { template: { ...template, phases }, missing: named.filter((id) => !byId.has(id)) }
}

/** Whether all of `shorter` stands in `longer` under the same keys and unchanged: moving between them costs nothing. */
export function holdsTemplate(longer: Template, shorter: Template): boolean {
  const items = new Map(itemsOfTemplate(longer).map((item) => [item.key, JSON.stringify(item)]))
  return itemsOfTemplate(shorter).every((item) => items.get(item.key) === JSON.stringify(item))
}
