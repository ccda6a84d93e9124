import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemKinds, tiers } from '#lib/planning/types.ts'
import { applyChanges, settleSnapshot } from './fork-apply.ts'
import { forkChanges, type ForkFields, forkFields, type Origin, type OriginItem, type Own, same } from './fork-diff.ts'

const plain: ForkFields = {
  kind: 'read',
  tier: 'must',
  minutes: 20,
  parts: 1,
  readingId: null,
  title: 'T',
  reason: '',
  prompt: '',
  touches: [],
}
const item = (id: string, phaseId: string | null, fields: Partial<ForkFields> = {}): OriginItem => ({
  ...plain,
  title: id,
  ...fields,
  id,
  phaseId,
})
const phase = (id: string) => ({ id, title: `Phase ${id}`, goal: '' })
const counter = () => {
  let n = 0
  return () => `new${n++}`
}
/** The fork as it is right after forking. */
function forkOf(origin: Origin): Own {
  return {
    phases: origin.phases.map((phase) => ({ ...phase, id: `my-${phase.id}`, originId: phase.id })),
    items: origin.items.map((item) => ({
      ...item,
      id: `my-${item.id}`,
      originId: item.id,
      phaseId: item.phaseId && `my-${item.phaseId}`,
    })),
  }
}
const kinds = (changes: { id: string }[]) => changes.map((change) => change.id).toSorted()

describe('what is offered', () => {
  const origin: Origin = { phases: [phase('p'), phase('q')], items: [item('a', 'p'), item('b', 'p'), item('c', 'q')] }
  const own = forkOf(origin)

  test('a fork whose origin stands still is offered nothing, whatever its owner did', () => {
    const edited = { ...own, items: own.items.slice(1).map((mine) => ({ ...mine, title: 'Mine', minutes: 1 })) }
    expect(forkChanges(origin, origin, edited)).toEqual([])
  })

  test('an item added, one removed, one changed and one moved are each offered', () => {
    const now = {
      ...origin,
      items: [item('c', 'p'), item('a', 'p', { minutes: 45 }), item('d', 'q')],
    }
    expect(kinds(forkChanges(origin, now, own))).toEqual(['added:d', 'edited:a', 'moved:c', 'removed:b'])
  })

  test('a field that both changed is told with what the fork has', () => {
    const now = { ...origin, items: origin.items.map((one) => ({ ...one, minutes: 45 })) }
    const mine = { ...own, items: own.items.map((one) => (one.originId === 'a' ? { ...one, minutes: 5 } : one)) }
    expect(forkChanges(origin, now, mine)[0]).toEqual({
      id: 'edited:a',
      kind: 'edited',
      itemId: 'a',
      title: 'a',
      fields: [{ field: 'minutes', before: 20, after: 45, own: 5 }],
    })
  })

  test('what the fork threw out is not offered again', () => {
    const now = { ...origin, items: [item('b', 'p'), item('a', 'q', { title: 'New' }), item('c', 'q')] }
    const without = { ...own, items: own.items.filter((mine) => mine.originId !== 'a') }
    expect(forkChanges(origin, now, without)).toEqual([])
  })

  test('taking one of several leaves the others on offer, and leaving one ends its offer', () => {
    const now = {
      ...origin,
      items: [...origin.items.map((one) => ({ ...one, tier: 'could' as const })), item('d', 'q')],
    }
    const offered = forkChanges(origin, now, own)
    const taken = offered.filter((change) => change.id === 'edited:a')
    const left = offered.filter((change) => change.id === 'added:d')
    const after = applyChanges(own, now, taken, counter())
    const snapshot = settleSnapshot(origin, now, [...taken, ...left], offered)
    expect(kinds(forkChanges(snapshot, now, after))).toEqual(['edited:b', 'edited:c'])
  })

  test('a phase that the origin renamed is offered, and one it added comes with its items', () => {
    const now = {
      phases: [phase('n'), { ...phase('p'), title: 'Renamed' }, phase('q')],
      items: [item('x', 'n'), ...origin.items],
    }
    const offered = forkChanges(origin, now, own)
    expect(kinds(offered)).toEqual(['added:x', 'phase:p'])
    const after = applyChanges(own, now, offered, counter())
    expect(after.phases.map((one) => one.title)).toEqual(['Phase n', 'Renamed', 'Phase q'])
    expect(after.items.map((one) => one.originId)).toEqual(['x', 'a', 'b', 'c'])
  })
})

const fields = fc.record({
  kind: fc.constantFrom(...itemKinds),
  tier: fc.constantFrom(...tiers),
  minutes: fc.integer({ min: 1, max: 5 }),
  parts: fc.integer({ min: 1, max: 2 }),
  readingId: fc.constantFrom(null, 'r1', 'r2'),
  title: fc.constantFrom('x', 'y', 'z'),
  reason: fc.constantFrom('', 'because'),
  prompt: fc.constantFrom('', 'draw'),
  touches: fc.constantFrom<string[][]>([], ['cache']),
})
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const phaseIds = [null, 'p', 'q', 'r']

/** An origin: some of the ids in some order, in some of the phases, in the order of a plan. */
const anyOrigin: fc.Arbitrary<Origin> = fc
  .tuple(
    fc.shuffledSubarray(ids),
    fc.array(fc.tuple(fields, fc.constantFrom(...phaseIds)), { minLength: ids.length, maxLength: ids.length }),
    fc.shuffledSubarray(['p', 'q', 'r'], { minLength: 3 }),
    fc.boolean(),
  )
  .map(([chosen, facts, phases, renamed]) => ({
    phases: phases.map((id) => ({ ...phase(id), title: renamed ? `New ${id}` : `Phase ${id}` })),
    items: chosen
      .map((id, index) => ({ ...facts[index]![0], id, phaseId: facts[index]![1] }))
      .toSorted((a, b) => phases.indexOf(a.phaseId ?? '') - phases.indexOf(b.phaseId ?? '')),
  }))

/** What an owner did to a fork: threw some out, changed some, added some of their own. */
const anyEdits = fc.record({
  dropped: fc.subarray(ids),
  changed: fc.array(fc.tuple(fc.constantFrom(...ids), fields), { maxLength: 3 }),
  added: fc.array(fields, { maxLength: 2 }),
})
type Edits = typeof anyEdits extends fc.Arbitrary<infer T> ? T : never

function edit(own: Own, { dropped, changed, added }: Edits): Own {
  const items = own.items
    .filter((mine) => !dropped.includes(mine.originId ?? ''))
    .map((mine) => Object.assign({ ...mine }, changed.find(([id]) => id === mine.originId)?.[1]))
  const more = added.map((one, index) => ({ ...one, id: `own${index}`, originId: null, phaseId: null }))
  return { phases: own.phases, items: [...more, ...items] }
}

describe('over random origins, edits and choices', () => {
  test('a fork without edits that takes all is the origin', () => {
    fc.assert(
      fc.property(anyOrigin, anyOrigin, (before, origin) => {
        const after = applyChanges(forkOf(before), origin, forkChanges(before, origin, forkOf(before)), counter())
        const inPhases = (items: { id: string; phaseId: string | null }[]) =>
          phaseIds.map((id) => items.filter((one) => one.phaseId === id).map((one) => one.id))
        const back = after.items.map(({ originId, ...mine }) => ({
          ...mine,
          id: originId ?? '',
          phaseId: after.phases.find((one) => one.id === mine.phaseId)?.originId ?? null,
        }))
        expect(inPhases(back)).toEqual(inPhases(origin.items))
        for (const theirs of origin.items) expect(back.find((mine) => mine.id === theirs.id)).toEqual(theirs)
      }),
      { numRuns: 2000 },
    )
  })

  test('taking all brings the origin’s changes, and what only the owner changed stays', () => {
    fc.assert(
      fc.property(anyOrigin, anyOrigin, anyEdits, (before, origin, edits) => {
        const own = edit(forkOf(before), edits)
        const after = applyChanges(own, origin, forkChanges(before, origin, own), counter())
        const find = (id: string) => after.items.find((mine) => mine.originId === id)
        for (const theirs of origin.items) {
          const was = before.items.find((one) => one.id === theirs.id)
          const mine = own.items.find((one) => one.originId === theirs.id)
          if (was && !mine) expect(find(theirs.id)).toBeUndefined()
          else if (!was) expect(find(theirs.id)).toMatchObject({ title: theirs.title, minutes: theirs.minutes })
          else
            for (const field of forkFields)
              expect(find(theirs.id)?.[field]).toEqual(same(was[field], theirs[field]) ? mine?.[field] : theirs[field])
        }
        for (const gone of before.items.filter((one) => !origin.items.some((now) => now.id === one.id)))
          expect(find(gone.id)).toBeUndefined()
        for (const mine of own.items.filter((one) => one.originId === null)) expect(after.items).toContainEqual(mine)
        expect(new Set(after.items.map((one) => one.originId ?? one.id)).size).toBe(after.items.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('leaving all changes nothing, and once all is decided nothing is offered', () => {
    fc.assert(
      fc.property(anyOrigin, anyOrigin, anyEdits, fc.infiniteStream(fc.boolean()), (before, origin, edits, choice) => {
        const own = edit(forkOf(before), edits)
        const offered = forkChanges(before, origin, own)
        expect(applyChanges(own, origin, [], counter()).items).toHaveLength(own.items.length)
        const taken = offered.filter(() => choice.next().value)
        const after = applyChanges(own, origin, taken, counter())
        expect(forkChanges(settleSnapshot(before, origin, offered, offered), origin, after)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
