import { beforeEach, expect, test } from 'vitest'
import { endBrokenRuns } from '#db/mutations/jobs/job-runs.ts'
import { listJobStates } from '#db/queries/jobs/job-runs.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { type Job, runDueJobs } from './poll-jobs.ts'

const hour = 3_600_000
const begin = Date.UTC(2026, 10, 28, 18, 30)
const { signal } = new AbortController()

let runs: number
let job: Job
beforeEach(async () => {
  await freshDatabase()
  runs = 0
  job = { name: 'purge', every: hour, run: async () => void runs++ }
})
const poll = (at: number) => runDueJobs([job], () => at, signal)

test('a job runs once in its slot, however many processes ask', async () => {
  await Promise.all(Array.from({ length: 20 }, () => poll(begin)))
  await poll(begin + 20 * 60_000)
  expect(runs).toBe(1)
  await poll(begin + hour)
  expect(runs).toBe(2)
})

test('after a machine has slept through ten slots the job runs once', async () => {
  await poll(begin)
  await poll(begin + 10 * hour)
  await poll(begin + 10 * hour + 1000)
  expect(runs).toBe(2)
})

test('a failure is written down with its reason, and the next slot tries again', async () => {
  let isBroken = true
  job.run = async () => {
    if (isBroken) throw new Error('The disk is full.')
  }
  await poll(begin)
  expect(await listJobStates()).toMatchObject([{ job: 'purge', failure: 'The disk is full.', lastGoodAt: null }])
  isBroken = false
  await poll(begin + hour)
  expect(await listJobStates()).toMatchObject([{ job: 'purge', failure: null, lastGoodAt: begin + hour }])
})

test('what ran while the server was killed is told at the next start', async () => {
  let goOn: () => void = () => undefined
  job.run = () => new Promise<void>((resolve) => (goOn = resolve))
  const running = poll(begin)
  await endBrokenRuns(begin + 1)
  expect(await listJobStates()).toMatchObject([{ failure: 'The server stopped while it ran.', endedAt: begin + 1 }])
  goOn()
  await running
})

test('a server that is stopping takes up no further job', async () => {
  const stop = new AbortController()
  stop.abort()
  await runDueJobs([job], () => begin, stop.signal)
  expect(runs).toBe(0)
})
