import { writeFileSync } from 'node:fs'
import { addDays } from '#lib/planning/days.ts'
import { db, transaction } from '#db/client.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { createPlan } from '#db/mutations/planning/plans.ts'
import { getArchive } from '#db/queries/archive/archive.ts'
import { getToday } from '#db/queries/planning/today.ts'
import { searchReadings } from '#db/queries/search/search-readings.ts'
import { listMembers } from '#db/queries/sharing/members.ts'
import { listProgress } from '#db/queries/sharing/progress.ts'
import { getDashboard } from '#db/queries/study/dashboard.ts'
import { notes } from '#db/schema/index.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { makeMember, makePlan } from '#db/testing/sharing.ts'
import { createStudy } from '#db/testing/study.ts'
import { emptySearch } from '#lib/search/state.ts'
import { type Curve, drawCurves, exponentOf } from './curves.ts'
import { addMadeReadings } from './made-readings.ts'

const picture = 'bench/growth.svg'
const now = Date.now()

/** Milliseconds of processor time of this process for one run of `work`: the median of seven after two to warm up. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = -2; round < 7; round++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    if (round >= 0) times.push((user + system) / 1000)
  }
  return times.toSorted((a, b) => a - b)[3] ?? 0
}

async function curve(
  title: string,
  x: string,
  sizes: number[],
  at: (size: number) => Promise<() => Promise<unknown>>,
): Promise<Curve> {
  const points: [number, number][] = []
  for (const size of sizes) points.push([size, await cost(await at(size))])
  return { title, x, points }
}

/** A database with the shipped catalogue and one person. */
async function begin() {
  await freshDatabase()
  await loadCatalogue(readContentFiles(), now)
  return createPerson()
}

/** How cost grows with what there is: measured in this process, drawn, and as lines of a table. */
export async function measureGrowth(): Promise<string> {
  const curves = [
    await curve('a search with its facets', 'readings', [1066, 3000, 10_000, 30_000, 100_000], async (size) => {
      const { viewer } = await begin()
      await transaction((tx) => addMadeReadings(tx, size))
      return () => searchReadings(viewer, { ...emptySearch, q: 'data' }, 50)
    }),
    await curve('the dashboard', 'years of study', [1, 2, 5, 10], async (years) => {
      const { viewer } = await begin()
      createStudy(viewer, { marks: 1066, notes: 100, days: 365 * years }, now)
      return () => getDashboard(viewer, { minutes: 20, media: [] }, null, now)
    }),
    await curve('Today', 'plans', [1, 2, 5, 10], async (count) => {
      const { viewer } = await begin()
      const today = new Date(now).toISOString().slice(0, 10)
      for (let plan = 0; plan < count; plan++)
        await createPlan(
          viewer,
          {
            templateId: 'system-design-interview-4-weeks',
            title: `Plan ${plan}`,
            startDate: today,
            targetDate: addDays(today, 28 + plan),
            weekdayMinutes: [90, 90, 90, 90, 90, 90, 90],
            daysOff: [],
            timeZone: 'UTC',
          } as Parameters<typeof createPlan>[1],
          now,
        )
      return () => getToday(viewer, now)
    }),
    await curve('the people of a plan and their progress', 'members', [5, 20, 100, 500], async (count) => {
      const owner = await begin()
      const planId = await makePlan(owner)
      for (let member = 1; member < count; member++) await makeMember(planId, 'member', { name: `Member ${member}` })
      return () => Promise.all([listMembers(owner.viewer, planId), listProgress(owner.viewer, planId)])
    }),
    await curve('an export', 'notes', [100, 1000, 10_000], async (count) => {
      const { viewer } = await begin()
      await transaction((tx) => addMadeReadings(tx, 10_000))
      createStudy(viewer, { marks: count, notes: count, days: 365 }, now)
      if ((await db().$count(notes)) === 0) throw new Error('There are no notes')
      return () => getArchive(viewer, now)
    }),
  ]
  writeFileSync(picture, drawCurves(curves))
  const rows = curves.map(({ title, x, points }) => {
    const shown = points.map(([size, ms]) => `${size.toLocaleString('en')}: ${ms.toFixed(ms < 10 ? 1 : 0)} ms`)
    return `| ${title} | ${x} | ${shown.join(', ')} | ${exponentOf(points).toFixed(2)} |`
  })
  return ['| what | over | CPU | grows with the power |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

if (import.meta.main) console.log(await measureGrowth())
