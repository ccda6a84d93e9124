import { describe, expect, it } from 'vitest'
import { type Archive, archiveSchema } from '#lib/api/archive-file.ts'
import { localise } from './localise.ts'

const card = { problem: '', numbers: '', choice: '', tradeOff: '', useWhen: '' }
const archive: Archive = archiveSchema.parse({
  format: 'loadpath-archive',
  version: 1,
  exportedAt: 1,
  account: {
    id: 'old',
    name: 'Ada',
    email: 'ada@example.org',
    timeZone: 'UTC',
    rolloverHour: 0,
    speedPercent: 100,
    askOnReturn: false,
    createdAt: 1,
  },
  readings: [
    { id: 'here', title: 'Here', url: 'https://example.org/here' },
    { id: 'renamed', title: 'Renamed', url: 'https://example.org/renamed' },
    { id: 'gone', title: 'Gone', url: 'https://example.org/gone' },
  ],
  marks: ['here', 'renamed', 'gone'].map((readingId) => ({
    readingId,
    status: 'done',
    minutesSpent: null,
    updatedAt: 1,
  })),
  events: [
    { id: 'old:here:2026-03-02', kind: 'done', readingId: 'here', itemId: null, minutes: 1, day: '2026-03-02', at: 1 },
    { id: 'taken-id', kind: 'item', readingId: null, itemId: 'taken-id', minutes: 1, day: '2026-03-02', at: 1 },
  ],
  notes: [{ readingId: 'gone', markdown: 'words', card, createdAt: 1, updatedAt: 1 }],
  versions: [],
  opinions: [],
  lists: [
    {
      id: 'queue:old',
      kind: 'queue',
      title: 'Queue',
      createdAt: 1,
      updatedAt: 1,
      entries: [{ readingId: 'renamed', addedAt: 1 }],
    },
  ],
  answers: [],
  reviews: [],
  quotes: [],
  readThroughs: [],
  progress: [],
  estimates: [],
  plans: [],
  something: 'that nobody knows',
})

describe('an archive from another server', () => {
  const { study, unknown } = localise(archive, {
    viewerId: 'new',
    readingId: (id) => ({ here: 'here', renamed: 'now-called-so' })[id] ?? null,
    ownId: (id) => (id.startsWith('taken') ? `mine-${id}` : id),
  })

  it('hangs on the readings of this one, and says which are not here', () => {
    expect(study.marks.map((mark) => mark.readingId)).toEqual(['here', 'now-called-so'])
    expect(unknown).toEqual([{ id: 'gone', title: 'Gone', url: 'https://example.org/gone' }])
  })

  it('takes the ids of this account, and none of somebody else’s', () => {
    expect(study.events.map((event) => event.id)).toEqual(['new:here:2026-03-02', 'mine-taken-id'])
    expect(study.lists).toMatchObject([{ id: 'queue:new', entries: [{ readingId: 'now-called-so' }] }])
  })

  it('is refused when it is of another kind, and fields that nobody knows are dropped', () => {
    expect('something' in archive).toBe(false)
    expect(archiveSchema.safeParse({ ...archive, version: 2 }).error?.issues[0]?.message).toMatch(/newer/)
    expect(archiveSchema.safeParse({ ...archive, format: 'x' }).success).toBe(false)
    expect(archiveSchema.safeParse({ ...archive, marks: [{ readingId: 'Not An Id' }] }).success).toBe(false)
  })
})
