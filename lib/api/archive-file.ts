import { z } from 'zod'
import { media } from '#lib/catalogue/minutes.ts'
import { repairKinds } from '#lib/planning/repairs.ts'
import { MAX_ITEMS } from '#lib/planning/rules.ts'
import { settingsProblem } from '#lib/planning/settings.ts'
import { planRoles } from '#lib/permissions.ts'
import { showsChoices } from '#lib/sharing/visibility.ts'
import { listKinds, studyEventKinds } from '#lib/study/kinds.ts'
import { itemKinds, itemStateNames, tiers } from '#lib/planning/types.ts'
import { statuses } from '#lib/marks/status.ts'
import { maxMarkdown } from '#lib/markdown/limits.ts'
import { figureKinds } from '#lib/numbers/units.ts'
import { maxCardField } from '#lib/notes/note.ts'
import { answerLimits, practiceKinds } from '#lib/practice/answer.ts'
import { mockState, practiceScores } from './practice-parts.ts'
import { mostQuoted } from './quotes.ts'
import { isoDay, slug, text, timeZone } from './common.ts'

/** The form of archive that this program writes; it reads this one and all before it. */
export const archiveVersion = 1

/** Milliseconds since the epoch, UTC. */
const time = z.int().min(0).max(8.64e15)
/** An id from the server that wrote the archive. */
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9_:-]+$/)
const minutes = z.int().min(0).max(100_000)
const json = z.record(z.string(), z.unknown())

const cardField = text(maxCardField)
const card = z.object({
  problem: cardField,
  numbers: cardField,
  choice: cardField,
  tradeOff: cardField,
  useWhen: cardField,
})

const mark = z.object({
  readingId: slug,
  status: z.enum(statuses),
  minutesSpent: minutes.nullable(),
  updatedAt: time,
})
const event = z.object({
  id,
  kind: z.enum(studyEventKinds),
  readingId: slug.nullable(),
  itemId: id.nullable(),
  minutes,
  day: isoDay,
  at: time,
})
const note = z.object({ readingId: slug, markdown: text(maxMarkdown), card, createdAt: time, updatedAt: time })
const version = z.object({ readingId: slug, markdown: text(maxMarkdown), card, savedAt: time })
const opinion = z.object({
  readingId: slug,
  favourite: z.boolean(),
  rating: z.int().min(1).max(5).nullable(),
  updatedAt: time,
})
const list = z.object({
  id,
  kind: z.enum(listKinds),
  title: text(80),
  createdAt: time,
  updatedAt: time,
  entries: z.array(z.object({ readingId: slug, addedAt: time })).max(2000),
})

/** What a person said of a reading that they added; its title and address stand beside it. */
const ownFacts = z.object({
  byline: text(200),
  medium: z.enum(media),
  parts: z.int().min(1).max(200),
  minutes,
  isEstimate: z.boolean(),
  addedAt: time,
  updatedAt: time,
})

const readThrough = z.object({
  id,
  readingId: slug,
  day: isoDay.nullable(),
  minutes: minutes.nullable(),
  createdAt: time,
  updatedAt: time,
})
const progress = z.object({
  readingId: slug,
  at: z.int().min(1).max(10_000),
  of: z.int().min(1).max(10_000),
  updatedAt: time,
})

const quote = z.object({ id, readingId: slug, text: text(mostQuoted), createdAt: time, updatedAt: time })

/** What was practised. Which item of a plan it was begun from stays behind: the plan itself says what is done. */
const answer = z.object({
  id,
  questionId: slug,
  kind: z.enum(practiceKinds),
  markdown: text(answerLimits.markdown),
  diagram: text(answerLimits.diagram),
  ticked: z.array(text(300)).max(30),
  scores: practiceScores,
  nextTime: text(answerLimits.nextTime),
  seconds: z.int().min(0).max(86_400),
  mock: mockState.nullable(),
  startedAt: time,
  finishedAt: time.nullable(),
  updatedAt: time,
})

/** A card asked again; where it stands is worked out from its reviews by the import. */
const review = z.object({
  id,
  readingId: slug.nullable(),
  /** Of a point: the question's id and the digest of the point's words. */
  point: text(200).nullable(),
  grade: z.int().min(1).max(4),
  confidence: z.int().min(1).max(5),
  at: time,
})

/** A range that was estimated for a figure. */
const estimate = z.object({
  id,
  figure: text(40),
  kind: z.enum(figureKinds),
  low: z.number().positive(),
  high: z.number().positive(),
  value: z.number().positive(),
  at: time,
})

const planItem = z.object({
  id,
  phaseId: id.nullable(),
  position: z.int(),
  kind: z.enum(itemKinds),
  tier: z.enum(tiers),
  minutes,
  parts: z.int().min(1).max(1000),
  readingId: slug.nullable(),
  title: text(500),
  reason: text(2000),
  prompt: text(20_000),
  touches: z.array(text(500)).max(200),
  remark: text(20_000),
  questionId: slug.nullable().default(null),
  nearEnd: z.int().min(1).max(366).nullable().default(null),
  createdAt: time,
})
const plan = z.object({
  id,
  /** The viewer's role on it: only an owner's plan can be made anew elsewhere. */
  role: z.enum(planRoles),
  title: text(500),
  description: text(20_000),
  templateId: text(200).nullable(),
  createdAt: time,
  updatedAt: time,
  phases: z.array(z.object({ id, position: z.int(), title: text(500), goal: text(2000) })).max(500),
  items: z.array(planItem).max(MAX_ITEMS),
  /** The viewer's own dates and minutes on it. */
  member: z
    .object({
      startDate: isoDay,
      targetDate: isoDay.nullable(),
      weekdayMinutes: z.array(minutes).length(7),
      daysOff: z.array(isoDay).max(5000),
      timeZone,
      shows: z.enum(showsChoices),
      pass: z.int().min(1),
      passStartedAt: time,
      completedAt: time.nullable(),
      createdAt: time,
    })
    .refine((member) => settingsProblem(member) === null, 'These dates and minutes make no plan.'),
  states: z
    .array(
      z.object({
        itemId: id,
        pass: z.int().min(1),
        state: z.enum(itemStateNames),
        reason: text(2000),
        minutesSpent: minutes.nullable(),
        minutesBefore: z.int().min(0).max(100_000).default(0),
        day: isoDay,
        updatedAt: time,
      }),
    )
    .max(50_000),
  pins: z.array(z.object({ itemId: id, date: isoDay, updatedAt: time })).max(5000),
  repairs: z
    .array(
      z.object({
        id,
        kind: z.enum(repairKinds),
        effect: z.object({
          from: isoDay,
          targetDate: isoDay.nullable().optional(),
          weekdayMinutes: z.array(minutes).length(7).optional(),
          push: z.object({ from: isoDay, to: isoDay, minutes }).optional(),
          dropped: z.array(id).max(5000).optional(),
          restored: z.literal(true).optional(),
          byHand: z.literal(true).optional(),
        }),
        createdAt: time,
        undoneAt: time.nullable(),
      }),
    )
    .max(5000),
  passes: z.array(z.object({ pass: z.int().min(1), startedAt: time, endedAt: time, summary: json })).max(1000),
  /** What was promised of the viewer's days; archives of earlier versions hold none. */
  promisedDays: z
    .array(
      z.object({
        day: isoDay,
        minutes: z.int().min(0).max(100_000),
        planned: z.int().min(0).max(100_000),
        items: z.array(z.tuple([id, z.int().min(0).max(100_000)])).max(2000),
      }),
    )
    .max(50_000)
    .default([]),
  /** What the viewer wrote to the others on the plan; to read, an import leaves it. */
  comments: z.array(z.object({ id, itemTitle: text(500), markdown: text(maxMarkdown), createdAt: time })).max(50_000),
})

const rows = <T extends z.ZodType>(row: T) => z.array(row).max(200_000)

/**
 * Everything of one person, as it is taken away and brought back: one JSON object. Times are milliseconds, UTC; days
 * are ISO days in the person's zone. Fields not named here are dropped when it is read.
 */
export const archiveSchema = z.object({
  format: z.literal('loadpath-archive', { error: 'This is no archive of Loadpath.' }),
  version: z.literal(archiveVersion, { error: 'This archive is of a newer kind than this program reads.' }),
  exportedAt: time,
  account: z.object({
    id,
    name: text(80),
    email: text(254),
    timeZone: text(64),
    rolloverHour: z.int().min(0).max(6),
    speedPercent: z.int().min(25).max(400),
    askOnReturn: z.boolean(),
    createdAt: time,
  }),
  /** Titles and addresses of all readings named below, to find them where an id is not known. */
  readings: rows(z.object({ id: slug, title: text(1000), url: text(4000), own: ownFacts.optional() })),
  marks: rows(mark),
  events: rows(event),
  notes: rows(note),
  versions: rows(version),
  opinions: rows(opinion),
  lists: z.array(list).max(1000),
  answers: rows(answer),
  reviews: rows(review),
  quotes: rows(quote),
  readThroughs: rows(readThrough),
  progress: rows(progress),
  estimates: rows(estimate),
  plans: z.array(plan).max(1000),
})

/** An archive, read and checked. */
export type Archive = z.output<typeof archiveSchema>

/** One plan of an archive, as its bearer does it. */
export type ArchivedPlan = Archive['plans'][number]

/** What of an archive is merged row by row. */
export type StudyData = Pick<
  Archive,
  | 'marks'
  | 'events'
  | 'notes'
  | 'versions'
  | 'opinions'
  | 'lists'
  | 'answers'
  | 'reviews'
  | 'quotes'
  | 'readThroughs'
  | 'progress'
  | 'estimates'
>

/** A person's data with nothing in it. */
export const emptyStudy: StudyData = {
  marks: [],
  events: [],
  notes: [],
  versions: [],
  opinions: [],
  lists: [],
  answers: [],
  reviews: [],
  quotes: [],
  readThroughs: [],
  progress: [],
  estimates: [],
}
