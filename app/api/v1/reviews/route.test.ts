import { beforeEach, expect, test } from 'vitest'
import { call, requestOf } from '#app/_server/call.testing.ts'
import { db } from '#db/client.ts'
import { removeUser } from '#db/mutations/accounts/accounts.ts'
import { eraseRemoved } from '#db/mutations/accounts/erase-removed.ts'
import { importArchive } from '#db/mutations/archive/import-archive.ts'
import { createReadings } from '#db/testing/readings.ts'
import { setAnswer } from '#db/mutations/practice/answers.ts'
import { getArchive } from '#db/queries/archive/archive.ts'
import { notes, reviewCards, reviews } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import type { ReviewDay } from '#lib/api/reviews.ts'
import { DELETE, PUT } from './[reviewId]/route.ts'
import { GET as getAnki } from './anki/route.ts'
import { GET } from './route.ts'

const readingId = 'how-to-design-a-good-api-and-why-it-matters'
const params = { reviewId: 'review-0001' }
const body = { card: `reading:${readingId}`, grade: 3, confidence: 4, at: 1 }

let ada: Person
beforeEach(async () => {
  await freshDatabase()
  createReadings([readingId])
  ada = await createPerson()
  writeCard(ada)
})

function writeCard(person: Person, id = readingId) {
  const text = { markdown: '', problem: 'Callers broke', numbers: '', choice: 'Small first', tradeOff: '', useWhen: '' }
  db()
    .insert(notes)
    .values({ userId: person.viewer.id, readingId: id, ...text, version: 1, createdAt: 1, updatedAt: 1 })
    .run()
}

const put = (change: Record<string, unknown> = {}, as = ada, reviewId = params.reviewId) =>
  call(PUT, { as, method: 'PUT', params: { reviewId }, body: { ...body, at: Date.now(), ...change } })
const due = async (as = ada, query = '') => (await call<ReviewDay>(GET, { as, path: `/api/v1/reviews${query}` })).body

test('a case card is asked by title and problem, and comes back on a later day once it is graded', async () => {
  const day = await due()
  expect(day).toMatchObject({ waiting: 1, done: 0, isRestDay: false })
  expect(day.items).toMatchObject([
    {
      card: `reading:${readingId}`,
      ask: 'Callers broke',
      answer: [{ name: 'Choice', text: 'Small first' }],
      reviews: 0,
    },
  ])
  const { body: review } = await put()
  expect((review as { dueOn: string }).dueOn > day.today).toBe(true)
  expect(await due()).toMatchObject({ waiting: 0, done: 1, items: [] })
})

test('undo makes the card due again as if it had not been asked', async () => {
  await put()
  expect((await call(DELETE, { as: ada, method: 'DELETE', params })).status).toBe(204)
  expect(await due()).toMatchObject({ waiting: 1, done: 0 })
  expect(db().select().from(reviewCards).all()).toEqual([])
})

test('the same review sent twice counts once, and one from a clock that is ahead counts as of now', async () => {
  await put({ at: Date.now() + 400 * 86_400_000 })
  await put({ at: Date.now() + 400 * 86_400_000 })
  expect(db().select().from(reviews).all()).toHaveLength(1)
  expect(db().select().from(reviewCards).get()?.reviewedAt).toBeLessThanOrEqual(Date.now())
})

test('a card that was asked while the clock of the server ran a year ahead is due, not gone for a year', async () => {
  await put()
  const later = Date.now() + 365 * 86_400_000
  db()
    .update(reviewCards)
    .set({ reviewedAt: later, dueAt: later + 86_400_000 })
    .run()
  expect((await due()).waiting).toBe(1)
})

test('a review that comes in late takes its place before the later ones', async () => {
  const day = 86_400_000
  const now = Date.now()
  await put({ at: now - 10 * day }, ada, 'review-0001')
  await put({ at: now }, ada, 'review-0003')
  await put({ at: now - 4 * day, grade: 1 }, ada, 'review-0002')
  const rows = db().select().from(reviews).all()
  expect(rows.toSorted((a, b) => a.at - b.at).map(({ elapsedDays }) => elapsedDays)).toEqual([null, 6, 4])
})

test('points that the last drill missed are asked, with the words that lead to them', async () => {
  const { getQuestion } = await import('#db/queries/questions/questions.ts')
  const question = (await getQuestion('chat'))!
  const drill = {
    questionId: 'chat',
    kind: 'drill' as const,
    itemId: null,
    mock: null,
    markdown: 'x',
    diagram: '',
    ticked: question.goodAnswer.slice(2),
    scores: {},
    nextTime: '',
    seconds: 60,
    isFinished: true,
    version: 0,
  }
  await setAnswer(ada.viewer, 'answer-0001', drill, Date.now())
  const day = await due()
  expect(day.waiting).toBe(3)
  const asked = day.items.filter(({ kind }) => kind === 'point')
  expect(asked.map(({ ask }) => ask.split('\n').at(-1))).toEqual([
    'Point 1 of 12 of a good answer: Asks first …',
    'Point 2 of 12 of a good answer: Numbers …',
  ])
  expect((await put({ card: asked[0]!.card })).status).toBe(200)
  expect((await due()).waiting).toBe(2)
})

test('a stranger cannot see, write over or take back a review; who made it still can', async () => {
  await put()
  const eve = await createPerson()
  writeCard(eve)
  expect(await due(eve)).toMatchObject({ done: 0, waiting: 1 })
  expect((await put({ grade: 1 }, eve)).status).toBe(404)
  await call(DELETE, { as: eve, method: 'DELETE', params })
  expect(db().select().from(reviews).all()).toMatchObject([{ userId: ada.viewer.id, grade: 3 }])
  expect((await put({ grade: 1 })).status).toBe(200)
  const bob = await createPerson()
  expect(await put({}, bob, 'review-0009')).toMatchObject({ status: 422, body: { field: 'card' } })
})

test('input that will not do is refused by its field', async () => {
  for (const [change, field] of [
    [{ grade: 5 }, 'grade'],
    [{ confidence: 0 }, 'confidence'],
    [{ card: 'reading:../etc' }, 'card'],
    [{ card: 'reading:no-note-on-this' }, 'card'],
    [{ at: -1 }, 'at'],
  ] as const)
    expect(await put(change)).toMatchObject({ status: 422, body: { field } })
  expect((await call(GET, { as: ada, path: '/api/v1/reviews?minutes=x' })).status).toBe(422)
})

test('reviews go with the archive, come back from it, and are deleted with the account', async () => {
  await put()
  const archive = await getArchive(ada.viewer, Date.now())
  expect(archive.reviews).toMatchObject([{ id: params.reviewId, readingId, grade: 3, confidence: 4 }])
  await call(DELETE, { as: ada, method: 'DELETE', params })
  const source = {
    async *parts() {
      yield archive.reviews.map((row) => ({ kind: 'reviews' as const, row }))
      return { head: archive, apply: true }
    },
  }
  expect((await importArchive(ada.viewer, source, Date.now())).counts.reviews.added).toBe(1)
  expect(await due()).toMatchObject({ waiting: 0, done: 1 })
  await removeUser(ada.viewer)
  await eraseRemoved()
  expect(db().select().from(reviews).all()).toEqual([])
  expect(db().select().from(reviewCards).all()).toEqual([])
})

test('cards go to Anki as a text file, one’s own alone', async () => {
  const fileOf = async (person: Person) => (await getAnki(await requestOf({ as: person }))).text()
  expect(await fileOf(ada)).toContain('Callers broke')
  expect((await fileOf(await createPerson())).trim().split('\n')).toHaveLength(7)
})
