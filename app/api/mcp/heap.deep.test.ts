import { expect, test } from 'vitest'
import { freshDatabase } from '#db/testing/database.ts'
import { createPerson } from '#db/testing/people.ts'
import { createReadings } from '#db/testing/readings.ts'
import { settings } from '#lib/settings.ts'
import { createAgent } from './client.testing.ts'

const collect = (globalThis as { gc?: () => void }).gc

test('3,000 calls leave the heap as it was', async () => {
  settings().RATE_LIMITS = 'off'
  await freshDatabase()
  createReadings(['reading-a'])
  const agent = await createAgent(await createPerson(), 'read')
  const run = async (calls: number) => {
    for (let n = 0; n < calls; n++) {
      // oxlint-disable-next-line no-await-in-loop -- as one agent calls
      const { refused } = await agent.call(n % 2 ? 'plan_status' : 'reading', n % 2 ? {} : { id: 'reading-a' })
      expect(refused).toBeNull()
    }
    collect?.()
    return process.memoryUsage().heapUsed / 1e6
  }
  const before = await run(500)
  const middle = await run(1500)
  const after = await run(1500)
  console.log(
    `heap after 500, 2,000 and 3,500 calls: ${[before, middle, after].map((mb) => mb.toFixed(1)).join(', ')} MB`,
  )
  expect(collect).toBeDefined()
  expect(after - before).toBeLessThan(8)
})
