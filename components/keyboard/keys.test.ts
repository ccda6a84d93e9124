import { describe, expect, it } from 'vitest'
import { keyOf, keys } from './keys.ts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({ key, ...held }) as KeyboardEvent

describe('keys', () => {
  it('mean one thing in one place', () => {
    for (const place of ['list', 'today', 'review'] as const) {
      const here = keys.filter(({ on }) => on === 'page' || on === place).map(({ key }) => key)
      expect(here).toEqual([...new Set(here)])
    }
  })

  it('mean what the place makes of them', () => {
    expect(keyOf(press('s'), 'list')?.says).toBe('Select it, to mark several at once')
    expect(keyOf(press('s'), 'today')?.says).toBe('Skip it')
    expect(keyOf(press('?'), 'today')?.says).toBe('Show these keys')
  })

  it('leave the browser and the system what is theirs', () => {
    expect(keyOf(press('Enter'), 'list')).toBeUndefined()
    expect(keyOf(press('s', { ctrlKey: true }), 'list')).toBeUndefined()
    expect(keyOf(press('x', { altKey: true }), 'list')).toBeUndefined()
    expect(keyOf(press('K', { metaKey: true }), 'list')?.key).toBe('Ctrl+k')
  })
})
