import { asc } from 'drizzle-orm'
import type { Viewer } from '#lib/auth/viewer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { db } from '#db/client.ts'
import { marks, notes, noteVersions, readings, studyEvents } from '#db/schema/index.ts'

const day = 24 * 3600 * 1000

/** How much a made-up person has done. */
export interface StudyAmount {
  marks: number
  notes: number
  /** Back from `now`. */
  days: number
}

/**
 * Gives a person years of study over the catalogue that is loaded, straight in the tables; the same each time.
 * @param now milliseconds, UTC: the last day of it.
 */
export function createStudy(viewer: Viewer, amount: StudyAmount, now: number): void {
  const all = db().select({ id: readings.id, minutes: readings.minutes }).from(readings).orderBy(asc(readings.id)).all()
  const random = seeded(7)
  const chosen = all
    .map((reading) => ({ ...reading, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, amount.marks)
  db().transaction((tx) => {
    for (const [index, { id, minutes }] of chosen.entries()) {
      // More lately than long ago, fewer at weekends.
      let at = now - Math.floor(random() ** 1.6 * amount.days * day)
      if (new Date(at).getUTCDay() % 6 === 0 && random() < 0.6) at = Math.min(now, at + 2 * day)
      const share = index / chosen.length
      const status = share < 0.72 ? 'done' : share < 0.76 ? 'reading' : share < 0.95 ? 'queued' : 'skipped'
      const spent = status === 'done' && random() < 0.4 ? Math.max(1, Math.round(minutes * (0.6 + random()))) : null
      tx.insert(marks)
        .values({ userId: viewer.id, readingId: id, status, minutesSpent: spent, updatedAt: at })
        .onConflictDoNothing()
        .run()
      if (status === 'queued') continue
      const today = studyDayOf(viewer, at)
      tx.insert(studyEvents)
        .values({
          id: `${viewer.id}:${id}:${today}`,
          userId: viewer.id,
          kind: status,
          readingId: id,
          minutes: status === 'done' ? (spent ?? Math.min(minutes, 90)) : 0,
          day: today,
          at,
        })
        .onConflictDoNothing()
        .run()
    }
    for (const [index, { id }] of chosen.slice(0, amount.notes).entries()) {
      const at = now - Math.floor(random() ** 1.6 * amount.days * day)
      const text = { markdown: sampleNote(index), ...sampleCard(index) }
      tx.insert(notes)
        .values({ userId: viewer.id, readingId: id, ...text, version: 1, createdAt: at, updatedAt: at })
        .onConflictDoNothing()
        .run()
      tx.insert(noteVersions)
        .values({ userId: viewer.id, readingId: id, ...text, version: 1, savedAt: at })
        .onConflictDoNothing()
        .run()
    }
  })
}

function sampleNote(index: number): string {
  return [
    `## What stays\n\nThe write path does the work once, so that ${100 + index * 3} reads a second find it done.\n\n- [x] read\n- [ ] draw it from memory`,
    'One leader a partition; followers lag by **80 ms** at p99. A client that must see its own write reads from the leader.',
    '| store | p50 | p99 |\n|---|--:|--:|\n| Redis | 0.4 ms | 2 ms |\n| Cassandra | 3 ms | 41 ms |\n\nWhy not Redis alone: 4 TB in memory.',
    'Retries without jitter made the second outage. Back off, add jitter, and give up before the caller does.',
  ][index % 4] as string
}

function sampleCard(index: number) {
  const empty = { problem: '', numbers: '', choice: '', tradeOff: '', useWhen: '' }
  if (index % 3 === 2) return empty
  if (index % 3 === 1) return { ...empty, problem: 'One slow replica held up every read.', choice: 'Hedged requests' }
  return {
    problem: 'Timelines took seconds: each read gathered the posts of everybody one follows.',
    numbers: '300,000 reads and 6,000 posts a second; 200 followers in the median.',
    choice: 'Write each post into every follower’s timeline, in memory.',
    tradeOff: 'A post by somebody with 30 million followers takes minutes to arrive.',
    useWhen: 'Reads outnumber writes 50 to 1, and seconds of delay do no harm.',
  }
}

/** Numbers from 0 to 1, the same each time (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
