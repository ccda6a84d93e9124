import { beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '#lib/auth/viewer.ts'
import { Problem } from '#lib/problems.ts'
import { getAnswer, listAnswers, listScores } from '#db/queries/practice/answers.ts'
import { getQuestion } from '#db/queries/questions/questions.ts'
import { setItemState } from '#db/mutations/planning/item-states.ts'
import { db } from '#db/client.ts'
import { itemStates } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { anyItem, makePlan } from '#db/testing/sharing.ts'
import { type AnswerInput, removeAnswer, setAnswer } from './answers.ts'

const now = Date.UTC(2026, 10, 28, 12)
const drill: AnswerInput = {
  questionId: 'chat',
  kind: 'drill',
  itemId: null,
  mock: null,
  markdown: 'Sockets and a log',
  diagram: '',
  ticked: [],
  scores: {},
  nextTime: '',
  seconds: 60,
  isFinished: false,
  version: 0,
}

let ada: Viewer
let eve: Viewer
beforeEach(async () => {
  await freshDatabase()
  ada = (await createPerson()).viewer
  eve = (await createPerson()).viewer
})

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as Problem,
  )

describe('an answer', () => {
  test('is found again as it was saved, the last begun first', async () => {
    await setAnswer(ada, 'a-1', drill, now)
    await setAnswer(ada, 'a-2', { ...drill, questionId: 'news-feed' }, now + 1)
    expect((await listAnswers(ada)).map(({ id }) => id)).toEqual(['a-2', 'a-1'])
    expect((await listAnswers(ada, 'chat')).map(({ id }) => id)).toEqual(['a-1'])
    expect(await getAnswer(ada, 'a-1')).toMatchObject({ markdown: 'Sockets and a log', version: 1, startedAt: now })
  })

  test('that is sent twice is saved once', async () => {
    const first = await setAnswer(ada, 'a-1', drill, now)
    expect(await setAnswer(ada, 'a-1', drill, now + 5)).toEqual(first)
  })

  test('that another device changed is refused with what that device saved', async () => {
    await setAnswer(ada, 'a-1', drill, now)
    await setAnswer(ada, 'a-1', { ...drill, markdown: 'From the phone', version: 1 }, now + 1)
    const problem = await problemOf(setAnswer(ada, 'a-1', { ...drill, markdown: 'From the desk', version: 1 }, now + 2))
    expect(problem?.status).toBe(409)
    expect(problem?.extra.current).toMatchObject({ markdown: 'From the phone', version: 2 })
  })

  test('of somebody else is not there, and they still have it', async () => {
    await setAnswer(ada, 'a-1', drill, now)
    expect(await getAnswer(eve, 'a-1')).toBeNull()
    expect(await listAnswers(eve)).toEqual([])
    expect((await problemOf(setAnswer(eve, 'a-1', { ...drill, version: 1 }, now)))?.status).toBe(404)
    await removeAnswer(eve, 'a-1')
    expect(await getAnswer(ada, 'a-1')).not.toBeNull()
    await removeAnswer(ada, 'a-1')
    expect(await getAnswer(ada, 'a-1')).toBeNull()
  })

  test('to a question that left the content cannot be begun, in words', async () => {
    const problem = await problemOf(setAnswer(ada, 'a-1', { ...drill, questionId: 'gone' }, now))
    expect(problem?.detail).toBe('There is no such question any more.')
  })

  test('counts for the question once it is finished, by the points that were ticked', async () => {
    const points = (await getQuestion('chat'))?.goodAnswer ?? []
    await setAnswer(ada, 'a-1', { ...drill, ticked: points.slice(0, 6) }, now)
    expect(await listScores(ada)).toEqual(new Map())
    await setAnswer(ada, 'a-1', { ...drill, ticked: points.slice(0, 6), isFinished: true, version: 1 }, now + 1)
    expect(await listScores(ada)).toEqual(new Map([['chat', [1.5]]]))
    await setAnswer(ada, 'a-1', { ...drill, ticked: points, version: 2 }, now + 9)
    expect(await getAnswer(ada, 'a-1')).toMatchObject({ finishedAt: now + 1, version: 3 })
    expect(await listScores(eve)).toEqual(new Map())
  })
})

describe('an answer to a drill of a plan', () => {
  const planId = 'plan-1'
  const item = anyItem({ id: 'item-1', kind: 'drill', minutes: 25, title: 'Drill: a chat' })

  test('ticks the item when it is finished, in the time on its clock, and once', async () => {
    await planWith(ada)
    await setAnswer(ada, 'a-1', { ...drill, itemId: item.id }, now)
    expect(stateOf(ada)).toBeUndefined()
    await setAnswer(ada, 'a-1', { ...drill, itemId: item.id, seconds: 1530, isFinished: true, version: 1 }, now + 1)
    expect(stateOf(ada)).toMatchObject({ state: 'done', minutesSpent: 26 })
    await setItemState(ada, planId, item.id, { state: 'todo' }, now + 60_000)
    await setAnswer(ada, 'a-1', { ...drill, nextTime: 'Ask more', isFinished: true, version: 2 }, now + 90_000)
    expect(stateOf(ada)?.state).not.toBe('done')
  })

  test('does not hang on an item of a plan that the person is not on', async () => {
    await planWith(ada)
    const answer = await setAnswer(eve, 'a-2', { ...drill, itemId: item.id, isFinished: true }, now)
    expect(answer).toMatchObject({ planId: null, itemId: null })
    expect(stateOf(eve)).toBeUndefined()
    expect(stateOf(ada)).toBeUndefined()
  })

  async function planWith(owner: Viewer) {
    await makePlan({ viewer: owner, sessionId: '' }, { id: planId, items: [item] }, now)
  }

  function stateOf(viewer: Viewer) {
    return db()
      .select()
      .from(itemStates)
      .all()
      .find(({ userId }) => userId === viewer.id)
  }
})
