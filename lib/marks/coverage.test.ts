import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { coverageScript, coverKey, coverKeys } from './coverage.ts'

describe('how much of a topic is covered', () => {
  it('names readings by the published vectors of FNV-1a', () => {
    expect(coverKey('')).toBe((0x811c9dc5).toString(36))
    expect(coverKey('a')).toBe((0xe40c292c).toString(36))
    expect(coverKey('foobar')).toBe((0xbf9cf968).toString(36))
  })

  it('is painted from the marks that this browser keeps', () => {
    const cell = { textContent: '' }
    const count = { textContent: '3' }
    const style = new Map<string, number>()
    const row = { dataset: { cover: coverKeys(['one', 'two', 'three']), name: 'caching' }, querySelector: () => cell }
    const tile = {
      style: { setProperty: (name: string, value: number) => style.set(name, value) },
      querySelector: () => count,
    }
    let painted = 0
    const window = {
      loadpathPaint: () => {
        painted++
      },
    }
    const found: Record<string, unknown[]> = { '[data-cover]': [row], '[data-tile="caching"]': [tile] }
    runInNewContext(coverageScript.replace(/\nloadpathPaint\(\)/, '\nwindow.loadpathPaint()'), {
      window,
      localStorage: { getItem: () => JSON.stringify({ one: 'done', two: 'queued', four: 'done' }) },
      document: { querySelectorAll: (selector: string) => found[selector] ?? [] },
    })
    expect(painted).toBe(1)
    expect(cell.textContent).toBe(1)
    expect(count.textContent).toBe('1 of 3')
    expect(style.get('--done')).toBeCloseTo(1 / 3)
  })
})
