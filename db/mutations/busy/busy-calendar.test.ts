import { beforeEach, expect, it } from 'vitest'
import { db } from '#db/client.ts'
import { createPlan } from '#db/mutations/planning/plans.ts'
import { getBusyCalendar } from '#db/queries/busy/free-days.ts'
import { getSchedule } from '#db/queries/planning/schedules.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { removeBusyCalendar, setBusyCalendar } from './busy-calendar.ts'

const now = Date.UTC(2026, 10, 30, 9)
let ada: Person
let planId: string
beforeEach(async () => {
  await freshDatabase()
  createReadings(
    Array.from({ length: 10 }, (_, n) => `reading-${n}`),
    { minutes: 40 },
  )
  ada = await createPerson()
  const plan = await createPlan(
    ada.viewer,
    {
      templateId: null,
      title: 'Winter',
      readingIds: Array.from({ length: 10 }, (_, n) => `reading-${n}`),
      startDate: '2026-11-30',
      targetDate: null,
      weekdayMinutes: [60, 60, 60, 60, 60, 60, 60],
      daysOff: [],
      timeZone: 'UTC',
    },
    now,
  )
  planId = plan.id
})

const dinner = (day: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Secret dinner\r\nDTSTART:${day}T180000Z\r\nDTEND:${day}T213000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`
const give = (text: string) => setBusyCalendar(ada.viewer, { text, studyFrom: 18 * 60, studyTo: 22 * 60 }, now)
const minutesOn = async (date: string) =>
  (await getSchedule(ada.viewer, planId, now)).days.find((day) => day.date === date)?.minutes ?? 0

it('a busy evening leaves fewer minutes to its day, and what moved is told', async () => {
  const { calendar, moved } = await give(dinner('20261201'))
  expect(calendar).toMatchObject({ host: null, days: 1, left: 0 })
  expect(moved).toMatchObject([{ planId, title: 'Winter' }])
  expect(await minutesOn('2026-12-01')).toBe(30)
  expect(await minutesOn('2026-12-02')).toBe(60)
})

it('no title of an event is kept anywhere', async () => {
  await give(dinner('20261201'))
  expect(db().$client.serialize().includes('Secret')).toBe(false)
})

it('when it is forgotten, the days are as they were', async () => {
  await give(dinner('20261201'))
  await removeBusyCalendar(ada.viewer, now)
  expect(await getBusyCalendar(ada.viewer)).toBeNull()
  expect(await minutesOn('2026-12-01')).toBe(60)
})

it('somebody else’s days and calendar are untouched', async () => {
  const eve = await createPerson()
  await give(dinner('20261201'))
  expect(await getBusyCalendar(eve.viewer)).toBeNull()
  await removeBusyCalendar(eve.viewer, now)
  expect(await getBusyCalendar(ada.viewer)).not.toBeNull()
})

it('what is no calendar is refused, and nothing is stored', async () => {
  await expect(give('hello')).rejects.toMatchObject({ status: 422, extra: { field: 'text' } })
  const local = setBusyCalendar(ada.viewer, { url: 'http://127.0.0.1/x.ics', studyFrom: 0, studyTo: 60 }, now)
  await expect(local).rejects.toMatchObject({ status: 422, extra: { field: 'url' } })
  expect(await getBusyCalendar(ada.viewer)).toBeNull()
})
