import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Archive, emptyStudy, type StudyData } from '#lib/api/archive-file.ts'
import type { ImportReport, RowCount } from '#lib/api/archive.ts'
import type { ArchiveHead, ArchivePart } from '#lib/archive/archive-reader.ts'
import { type Here, localise } from '#lib/archive/localise.ts'
import { mergeStudy } from '#lib/archive/merge-study.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import type { NoteText } from '#lib/notes/note.ts'
import { invalid } from '#lib/problems.ts'
import { isPlanOfMember } from '#db/conditions.ts'
import { db, transaction } from '#db/client.ts'
import { letOthersIn } from '#db/mutations/in-slices.ts'
import { mostPlans } from '#db/mutations/planning/plan-copies.ts'
import { mostAnswers } from '#db/mutations/practice/answers.ts'
import { mostLists } from '#db/mutations/study/lists.ts'
import { isVersionHere, readStudyOf } from '#db/queries/archive/archive-study.ts'
import { idsHere } from '#db/queries/archive/archive-ids.ts'
import { type ReadingsHere, readingsHere } from '#db/queries/archive/readings-here.ts'
import { mostOwnReadings } from '#lib/own/own-facts.ts'
import { countOwn } from '#db/queries/own/own-readings.ts'
import { requireRoom } from '#db/queries/accounts/person-bytes.ts'
import { answers, lists, members, plans } from '#db/schema/index.ts'
import { mayMakePlan, mergePlan } from './import-plans.ts'
import { importOwnReadings } from './import-own-readings.ts'
import { applyStudy } from './import-study.ts'

/** An archive that is gone through twice from its beginning: it may be larger than memory. */
export interface ArchiveSource {
  /** Rows as they come; at the end what the archive says of itself, and whether it is to be written. */
  parts: () => AsyncGenerator<readonly ArchivePart[], { head: ArchiveHead; apply: boolean }>
}

const mostUnknown = 200
const batchRows = {
  events: 100,
  marks: 100,
  notes: 10,
  versions: 10,
  opinions: 50,
  lists: 5,
  answers: 10,
  reviews: 100,
  quotes: 50,
  readThroughs: 100,
  progress: 100,
  estimates: 100,
}
type StudyKind = keyof StudyData

/**
 * Brings an archive into the viewer's account: merged by id, the newest wins. It is gone through row by row and written
 * in short transactions, so that nobody else waits for it; one that was broken off is completed by doing it again, and
 * doing it again changes nothing. Account data (name, e-mail, zone, speed) is left as it is.
 * Where the source says not to apply it, nothing is written, and the report says what would be.
 * @param now milliseconds, UTC.
 * @throws Problem 422 before anything is written when there would be more plans or lists than a person may have.
 */
export async function importArchive(viewer: Viewer, source: ArchiveSource, now: number): Promise<ImportReport> {
  const { known, head, apply } = await lookThrough(viewer, source)
  const unknown = new Set<string>()
  const seenTexts = new Set<string>()
  const here: Here = { viewerId: viewer.id, readingId: known.find, ownId: idsHere(viewer) }
  const none = () => ({ added: 0, changed: 0, kept: 0 })
  const report: ImportReport = {
    counts: {
      marks: none(),
      events: none(),
      notes: none(),
      versions: none(),
      opinions: none(),
      lists: none(),
      answers: none(),
      reviews: none(),
      quotes: none(),
      readThroughs: none(),
      progress: none(),
      estimates: none(),
    },
    ownReadings: none(),
    plans: { ...none(), ofOthers: 0 },
    unknown: [],
    isApplied: apply,
  }
  const local = (rows: Partial<Archive>) => {
    const found = localise({ ...head, readings: [], ...emptyStudy, plans: [], ...rows }, here)
    for (const { id } of found.unknown) if (unknown.size < mostUnknown) unknown.add(id)
    return found
  }
  report.ownReadings = await importOwnReadings(viewer, known.own(), apply)
  let kind: StudyKind | null = null
  let batch: unknown[] = []
  const flush = async () => {
    if (kind !== null && batch.length > 0)
      await mergeBatch(viewer, local({ [kind]: batch }).study, report, seenTexts, now)
    batch = []
    await letOthersIn()
  }
  for await (const parts of source.parts())
    for (const part of parts) {
      if (part.kind === 'readings') continue
      if (part.kind === 'plans') {
        for (const plan of local({ plans: [part.row] }).plans)
          await mergePlan(viewer, plan, { apply, now, counts: report.plans })
        continue
      }
      if (part.kind !== kind || batch.length >= batchRows[part.kind]) await flush()
      kind = part.kind
      batch.push(part.row)
    }
  await flush()
  return { ...report, unknown: [...unknown].map(known.name) }
}

/** Whether a report says that nothing changes. */
export function isNothingNew({ counts, ownReadings, plans }: ImportReport): boolean {
  const all: RowCount[] = [...Object.values(counts), ownReadings, plans]
  return all.every(({ added, changed }) => added + changed === 0)
}

/** The first time through: the readings that are named, and whether all there is may be had. */
async function lookThrough(
  viewer: Viewer,
  source: ArchiveSource,
): Promise<{ known: ReadingsHere; head: ArchiveHead; apply: boolean }> {
  const known = readingsHere(viewer)
  const planIds = new Set<string>()
  const listIds = new Set<string>()
  const answerIds = new Set<string>()
  const reading = source.parts()
  let next = await reading.next()
  for (; !next.done; next = await reading.next())
    for (const { kind, row } of next.value) {
      if (kind === 'readings') known.add(row)
      if (kind === 'plans' && row.role === 'owner') planIds.add(row.id)
      if (kind === 'answers') answerIds.add(row.id)
      if (kind === 'lists' && row.kind === 'list') listIds.add(row.id)
    }
  const own = db()
    .select({ id: members.planId })
    .from(members)
    .innerJoin(plans, isPlanOfMember)
    .where(and(eq(members.userId, viewer.id), eq(members.role, 'owner')))
    .all()
  const isOwn = new Set(own.map(({ id }) => id))
  refuseTooMany(
    'plans',
    mostPlans,
    own.length,
    [...planIds].filter((id) => !isOwn.has(id) && mayMakePlan(viewer, id)).length,
  )
  const mine = db()
    .select({ id: lists.id })
    .from(lists)
    .where(and(eq(lists.userId, viewer.id), eq(lists.kind, 'list')))
    .all()
  const isMine = new Set(mine.map(({ id }) => id))
  refuseTooMany('lists', mostLists, mine.length, [...listIds].filter((id) => !isMine.has(id)).length)
  const written = db().select({ id: answers.id }).from(answers).where(eq(answers.userId, viewer.id)).all()
  const isWritten = new Set(written.map(({ id }) => id))
  const coming = [...answerIds].filter((id) => !isWritten.has(id)).length
  refuseTooMany('answers', mostAnswers, written.length, coming)
  const added = known.own().filter(({ isNew }) => isNew).length
  refuseTooMany('readings', mostOwnReadings, countOwn(db(), viewer), added)
  return { known, ...next.value }
}

function refuseTooMany(
  what: 'plans' | 'lists' | 'answers' | 'readings',
  most: number,
  here: number,
  coming: number,
): void {
  if (coming === 0 || here + coming <= most) return
  throw invalid(
    `archive.${what}`,
    `With this archive you would have ${here + coming} ${what}; you can have ${most}. Delete some first, or take them out of the file.`,
  )
}

async function mergeBatch(
  viewer: Viewer,
  theirs: StudyData,
  report: ImportReport,
  seenTexts: Set<string>,
  now: number,
): Promise<void> {
  for (const note of theirs.notes) seenTexts.add(textKey(note))
  await transaction((tx) => {
    const mine = readStudyOf(tx, viewer, theirs)
    const { changes, counts } = mergeStudy(mine, theirs)
    const fresh = changes.versions.filter(
      (version) => (theirs.notes.length > 0 || !seenTexts.has(textKey(version))) && !isVersionHere(viewer, version),
    )
    counts.versions.kept += theirs.versions.length === 0 ? 0 : changes.versions.length - fresh.length
    counts.versions.added -= changes.versions.length - fresh.length
    for (const [kind, { added, changed, kept }] of Object.entries(counts)) {
      const total = report.counts[kind as StudyKind]
      total.added += added
      total.changed += changed
      total.kept += kept
    }
    const written = { ...changes, versions: fresh }
    if (report.isApplied) requireRoom(viewer, Buffer.byteLength(JSON.stringify(written)), now)
    if (report.isApplied) applyStudy(tx, viewer, written, now)
  })
}

/** The same for the same text on the same reading. */
function textKey({ readingId, markdown, card }: NoteText & { readingId: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([readingId, markdown, card]))
    .digest('base64')
}
