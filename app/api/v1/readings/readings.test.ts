import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { call } from '#app/_server/call.testing.ts'
import { loadCatalogue, readContentFiles } from '#db/mutations/catalogue/load-catalogue.ts'
import { setMark } from '#db/mutations/study/marks.ts'
import { setNote } from '#db/mutations/study/notes.ts'
import { createPerson, type Person } from '#db/testing/people.ts'
import { freshDatabase } from '#db/testing/database.ts'
import { facetKeys } from '#lib/search/vocabulary.ts'
import { anyQuery } from '#lib/search/catalogue.testing.ts'
import { GET as getOne } from './[id]/route.ts'
import { GET } from './route.ts'

// Ten thousand questions at once are more than a person may ask.
process.env.RATE_LIMITS = 'off'

const secret = 'xyzzyplugh'
let owner: Person
let stranger: Person

// One section of the real catalogue, read only from here on.
beforeAll(async () => {
  await freshDatabase()
  await loadCatalogue(
    readContentFiles().filter(({ name }) => name.endsWith('stability.yaml')),
    0,
  )
  owner = await createPerson({ name: 'Owner' })
  stranger = await createPerson({ name: 'Stranger' })
  const { items } = (await call(GET)).body
  const card = { problem: secret, numbers: '', choice: '', tradeOff: '', useWhen: '' }
  await setMark(owner.viewer, items[0].id, { status: 'done' }, 0)
  await setNote(owner.viewer, items[1].id, { markdown: secret, card, version: 0 }, 0)
})

const search = (query: string, as: Person | null = null) => call(GET, { as, path: `/api/v1/readings${query}` })

describe('GET readings', () => {
  it('answers anybody with items, total, facets and a cursor to go on with', async () => {
    const first = (await search('?limit=20')).body
    expect(first).toMatchObject({ total: 22, nextCursor: '20' })
    expect(first.items).toHaveLength(20)
    expect((await search('?limit=20&cursor=20')).body.items).toHaveLength(2)
    expect((await search('?topic=stability/circuit-breaker&medium=article&medium=video')).body.total).toBeGreaterThan(5)
    expect((await search('?limit=0')).body).toMatchObject({ items: [], total: 22, nextCursor: null })
  })

  it('names the field of what it does not take', async () => {
    for (const query of [
      'limit=101',
      'limit=x',
      'status=finished',
      'medium=podcast',
      'sort=random',
      'cursor=-1',
      'has=card',
    ]) {
      const { status, body } = await search(`?${query}`)
      expect(status, query).toBe(422)
      expect(body.field, query).toMatch(new RegExp(`^${query.split('=')[0]}`))
    }
  })

  it('finds the owner their own, and nobody else', async () => {
    for (const query of ['?status=done', '?q=is:done', '?has=note', '?q=has:note']) {
      expect((await search(query, owner)).body.total, query).toBe(1)
      expect((await search(query, stranger)).body.total, query).toBe(0)
    }
    expect((await search('?q=is:done')).body.total).toBe(22)
    expect((await search('')).body.facets.status).toBeUndefined()
  })

  it('answers 10,000 hostile queries without a fault, and never with another’s', async () => {
    const params = fc.record({
      q: anyQuery,
      more: fc.dictionary(fc.constantFrom(...facetKeys, 'sort', 'cursor', 'limit', '__proto__'), anyQuery, {
        maxKeys: 2,
      }),
    })
    const answers = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(params, fc.boolean(), async ({ q, more }, signedIn) => {
        const query = new URLSearchParams({ ...more, q: q.toWellFormed() }).toString()
        const { status, body } = await search(`?${query}`, signedIn ? stranger : null)
        answers.set(status, (answers.get(status) ?? 0) + 1)
        expect([200, 422]).toContain(status)
        if (status !== 200) return
        if (!q.includes(secret)) expect(JSON.stringify(body)).not.toContain(secret)
        const own = [...(body.facets.status ?? []), ...(body.facets.has ?? [])] as { id: string; count: number }[]
        for (const { id, count } of own) if (id !== 'unmarked') expect(count, id).toBe(0)
      }),
      { numRuns: 10_000 },
    )
    expect(answers.get(200)).toBeGreaterThan(5000)
  }, 240_000)
})

describe('GET readings/<id>', () => {
  it('answers anybody with all facts, and 404 for what is not there', async () => {
    const [item] = (await search('?q=circuit')).body.items
    const { status, body } = await call(getOne, { params: { id: item.id } })
    expect([status, body.id]).toEqual([200, item.id])
    for (const id of ['nowhere', 'NOT AN ID', '../x']) expect((await call(getOne, { params: { id } })).status).toBe(404)
  })
})
