import { describe, expect, it } from 'vitest'
import { isRead } from './inbox.ts'
import { foldChanges } from './fold-changes.ts'

describe('an entry', () => {
  const entry = { id: 'change:a', at: 500 }
  const none = new Map<string, { at: number; isRead: boolean }>()

  it('is read when all up to it were', () => {
    expect(isRead(entry, { readUntil: 499, marked: none })).toBe(false)
    expect(isRead(entry, { readUntil: 500, marked: none })).toBe(true)
  })

  it('is what it was marked, whatever was said of all', () => {
    expect(isRead(entry, { readUntil: 900, marked: new Map([['change:a', { at: 500, isRead: false }]]) })).toBe(false)
    expect(isRead(entry, { readUntil: 0, marked: new Map([['change:a', { at: 500, isRead: true }]]) })).toBe(true)
  })

  it('is unread again when more of it happened', () => {
    const marked = new Map([['change:a', { at: 500, isRead: true }]])
    expect(isRead({ ...entry, at: 501 }, { readUntil: 0, marked })).toBe(false)
  })
})

describe('what an editor changed', () => {
  const day = 86_400_000
  const event = { planId: 'p', plan: 'Our plan', userId: 'ed', name: 'Edith' }

  it('is one entry a day, with how much of each', () => {
    const entries = foldChanges([
      { ...event, kind: 'items-added', count: 2, at: day + 30 },
      { ...event, kind: 'items-added', count: 1, at: day + 20 },
      { ...event, kind: 'items-removed', count: 1, at: day + 10 },
      { ...event, kind: 'plan-changed', count: 1, at: 5 },
    ])
    expect(entries.map(({ id, at, text }) => [id, at, text])).toEqual([
      ['change:p.ed.1', day + 30, 'Edith added 3 items and removed 1 item'],
      ['change:p.ed.0', 5, 'Edith changed the title, goals or phases'],
    ])
  })

  it('keeps people and plans apart', () => {
    const others = [
      { ...event, kind: 'items-changed' as const, count: 1, at: 3 },
      { ...event, userId: 'fay', name: 'Fay', kind: 'items-changed' as const, count: 1, at: 2 },
      { ...event, planId: 'q', kind: 'items-changed' as const, count: 1, at: 1 },
    ]
    expect(foldChanges(others)).toHaveLength(3)
  })
})
