import { afterEach, describe, expect, it, vi } from 'vitest'
import { newId } from './new-id.ts'

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

afterEach(() => vi.unstubAllGlobals())

describe('an id made in the browser', () => {
  it('is a UUID of version 4', () => {
    expect(newId()).toMatch(version4)
  })

  it('is one too on a page that came over plain http, where the browser has no randomUUID', () => {
    const { crypto } = globalThis
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) })
    const ids = Array.from({ length: 200 }, newId)
    for (const id of ids) expect(id).toMatch(version4)
    expect(new Set(ids).size).toBe(200)
  })

  it('holds all bits but the six that are fixed, be they all set or none', () => {
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff) })
    expect(newId()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(0) })
    expect(newId()).toBe('00000000-0000-4000-8000-000000000000')
  })
})
