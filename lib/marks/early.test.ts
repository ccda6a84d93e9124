import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { earlyScript } from './early.ts'
import { localKeys } from './local.ts'
import { attribute, having } from './page-data.ts'
import { rowSelector } from './rows.ts'

/** Runs the script as the browser does, with nothing of this file or of Node in reach; gives what it did to the page. */
function openPage(kept: Record<string, string>, readings: string[] = []) {
  const rows = readings.map((id) => {
    const link = { pathname: `/readings/${id}`, textContent: id.toUpperCase() }
    const box: Record<string, string> = {}
    return { dataset: {} as Record<string, string>, box, querySelector: (tag: string) => (tag === 'a' ? link : box) }
  })
  const tally = { textContent: '' }
  const root = { dataset: {} as Record<string, string> }
  const document = {
    documentElement: root,
    cookie: '',
    addEventListener() {},
    querySelectorAll: (selector: string) => {
      if (selector === rowSelector) return rows
      if (selector === having('tally')) return [tally]
      return selector.includes('data-status=done') ? rows.filter(({ dataset }) => dataset.status === 'done') : []
    },
  }
  const window: { loadpathPaint?: () => void } = {}
  runInNewContext(earlyScript, { window, document, localStorage: { getItem: (key: string) => kept[key] ?? null } })
  window.loadpathPaint?.()
  return { root, rows, tally }
}

describe('the early script', () => {
  it('dresses the page in the theme that was chosen', () => {
    expect(openPage({ [localKeys.theme]: 'dark' }).root.dataset).toEqual({ theme: 'dark' })
  })

  it('shows what signed-in people see as soon as the browser knows of one', () => {
    expect(openPage({ [localKeys.viewer]: 'u1' }).root.dataset).toEqual({ viewer: '' })
    expect(openPage({}).root.dataset).toEqual({})
  })

  it('marks the rows that are marked, names their boxes and counts those done', () => {
    const { rows, tally } = openPage({ [localKeys.marks]: '{"a":"done","b":"queued"}' }, ['a', 'b', 'c'])
    expect(rows.map(({ dataset }) => dataset.status)).toEqual(['done', 'queued', undefined])
    expect(rows.map(({ box }) => box.ariaLabel)).toEqual(['Done: A', 'Queued: B', 'Not marked: C'])
    expect(rows.map(({ box }) => box.ariaPressed)).toEqual(['true', 'false', 'false'])
    expect(tally.textContent).toBe('1 done of ')
  })

  it('leaves rows unmarked where what is kept cannot be read', () => {
    expect(openPage({ [localKeys.marks]: '{oops' }, ['a']).rows[0]?.dataset).toEqual({})
  })
})

it('attributes are written in kebab case', () => {
  expect(attribute('markOf')).toBe('data-mark-of')
  expect(having('value', 'done')).toBe('[data-value="done"]')
})
