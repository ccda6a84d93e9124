import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseCatalogue } from '../catalogue/check-content.ts'
import { parseTemplate } from './parse-template.ts'
import { parseQuestions } from '../questions/parse-questions.ts'
import { budgetOfTemplate, holdsTemplate, itemsOfTemplate, type Template, withQuestions } from './template.ts'

const content = new URL('../../db/content/', import.meta.url)
const yamlIn = (folder: string) => readdirSync(new URL(folder, content)).filter((name) => name.endsWith('.yaml'))
const read = (path: string) => readFileSync(new URL(path, content), 'utf8')
const catalogue = parseCatalogue(yamlIn('catalogue').map((name) => ({ name, text: read(`catalogue/${name}`) })))
const sections = new Map(catalogue.map((section) => [section.id, section.readings]))
const readings = new Map([...sections.values()].flat().map((reading) => [reading.id, reading]))
const parsed = yamlIn('plans').map((name) => parseTemplate(read(`plans/${name}`), `db/content/plans/${name}`))
const questions = parseQuestions(yamlIn('questions').map((name) => ({ name, text: read(`questions/${name}`) }))).set!
  .questions
const asked = parsed.flatMap(({ template }) => (template ? withQuestions(template, questions) : []))
const templates = asked.map(({ template }) => template)

function get(id: string): Template {
  const template = templates.find((one) => one.id === id)
  if (template === undefined) throw new Error(`no template ${id}`)
  return template
}

function minutesOf(template: Template): number {
  return itemsOfTemplate(template).reduce((sum, item) => {
    return sum + (item.minutes ?? readings.get(item.reading ?? '')?.minutes ?? Number.NaN)
  }, 0)
}

const keysOf = (template: Template, ...tiers: string[]) =>
  itemsOfTemplate(template)
    .filter((item) => tiers.includes(item.tier))
    .map((item) => item.key)

const countOf = (template: Template, kind: string) =>
  itemsOfTemplate(template).filter((item) => item.kind === kind).length

const interview1 = 'system-design-interview-1-week'
const interview4 = 'system-design-interview-4-weeks'
const interview8 = 'system-design-interview-8-weeks'
const twoWeeks = ['it-is-slow', 'it-is-down', 'data-at-scale', 'lead-a-growing-team']

test('all seven templates are there and right in form', () => {
  expect(parsed.flatMap(({ errors }) => errors ?? [])).toEqual([])
  expect(templates.map(({ id }) => id).toSorted()).toEqual([...twoWeeks, interview1, interview4, interview8].toSorted())
})

describe.each(templates.map((template) => [template.id, template] as const))(
  'someone who follows %s',
  (id, template) => {
    const items = itemsOfTemplate(template)

    test('finds every reading in the catalogue', () => {
      expect(items.flatMap(({ reading }) => (reading === null || readings.has(reading) ? [] : [reading]))).toEqual([])
    })

    test('meets a reading that is no longer listed only where it may fall first', () => {
      const delisted = items.filter(({ kind, reading }) => kind === 'read' && readings.get(reading ?? '')?.delistedOn)
      expect(delisted.filter(({ tier }) => tier !== 'could')).toEqual([])
      if (id !== interview8) expect(delisted).toEqual([])
    })

    test('is told why each item is here, in words that no other item has', () => {
      const reasons = items.map(({ reason }) => reason)
      expect(new Set(reasons).size).toBe(reasons.length)
      for (const reason of reasons) expect(reason.split(' ').length).toBeGreaterThan(3)
    })

    test('gets prompts to work from, and figures, choices and trade-offs to mark the work by', () => {
      for (const { kind, prompt, touches, question } of items) {
        if (kind !== 'drill' && kind !== 'mock') continue
        expect(prompt.split(' ').length).toBeGreaterThan(20)
        expect(prompt).toMatch(/\d/)
        expect(touches.length).toBeGreaterThan(5)
        if (question !== null) continue
        expect(touches.some((touch) => touch.startsWith('Numbers'))).toBe(true)
        expect(touches.some((touch) => touch.startsWith('Trade-off'))).toBe(true)
      }
    })

    test('has room for all of it beside review and buffer', () => {
      // 15 % of each day are for review, and half of one study day a week is a buffer.
      const studyDays = template.weekdayMinutes.filter((minutes) => minutes > 0)
      const buffers = ((template.days / 7) * 0.85 * Math.min(...studyDays)) / 2
      const room = budgetOfTemplate(template) * 0.85 - buffers
      const minutes = minutesOf(template)
      expect(minutes).toBeLessThanOrEqual(room)
      expect(minutes).toBeGreaterThan(room * 0.75)
    })

    test('can do every drill, mock and task within one day', () => {
      const day = Math.min(...template.weekdayMinutes.filter((minutes) => minutes > 0)) * 0.85
      for (const { kind, minutes } of items) if (kind !== 'read') expect(minutes).toBeLessThanOrEqual(day)
    })

    test('is never shouted at', () => {
      expect(JSON.stringify(template)).not.toContain('!')
    })
  },
)

test('the plans name only questions that there are, and a question is asked in one place alone', () => {
  expect(asked.flatMap(({ missing }) => missing)).toEqual([])
  expect(asked.flatMap(({ template }) => itemsOfTemplate(template)).filter(({ question }) => question).length).toBe(31)
})

describe('someone with an interview', () => {
  test.each([
    [interview1, 7 * 70, 12, 4, 1],
    [interview4, 4 * 5 * 60, 34, 6, 3],
    [interview8, 8 * 6 * 75, 135, 12, 5],
  ])('gets in %s what it promises', (id, minutes, reads, drills, mocks) => {
    const template = get(id)
    expect(budgetOfTemplate(template)).toBe(minutes)
    expect([countOf(template, 'read'), countOf(template, 'drill'), countOf(template, 'mock')]).toEqual([
      reads,
      drills,
      mocks,
    ])
  })

  test('keeps all that was done when the interview moves back', () => {
    expect(holdsTemplate(get(interview4), get(interview1))).toBe(true)
    expect(holdsTemplate(get(interview8), get(interview4))).toBe(true)
    expect(holdsTemplate(get(interview1), get(interview4))).toBe(false)
  })

  test('is left with exactly the shorter plan, in its order, when could and then should falls', () => {
    const short = keysOf(get(interview1), 'must', 'should', 'could')
    expect(keysOf(get(interview1), 'must')).toEqual(short)
    expect(keysOf(get(interview4), 'must')).toEqual(short)
    expect(keysOf(get(interview8), 'must')).toEqual(short)
    expect(keysOf(get(interview4), 'could')).toEqual([])
    expect(keysOf(get(interview8), 'must', 'should')).toEqual(keysOf(get(interview4), 'must', 'should'))
  })

  test('has 60 % of the musts before the first mock in the order of every plan', () => {
    for (const id of [interview1, interview4, interview8]) {
      const items = itemsOfTemplate(get(id))
      const isGroundwork = ({ tier, kind }: (typeof items)[number]) => tier === 'must' && kind !== 'mock'
      const first = items.findIndex(({ kind }) => kind === 'mock')
      const share = items.slice(0, first).filter(isGroundwork).length / items.filter(isGroundwork).length
      expect(share).toBeGreaterThanOrEqual(0.6)
    }
  })

  test('finds what left the list in an appendix, and something else behind it', () => {
    const { phases } = get(interview8)
    const isGone = ({ kind, reading }: { kind: string; reading: string | null }) =>
      kind === 'read' && readings.get(reading ?? '')?.delistedOn != null
    const appendix = phases.findIndex(({ title }) => title.startsWith('Appendix'))
    expect(phases[appendix]?.items.every(isGone)).toBe(true)
    expect(phases.filter((_, index) => index !== appendix).flatMap(({ items }) => items.filter(isGone))).toEqual([])
    expect(appendix).toBeLessThan(phases.length - 1)
  })

  test('ends on light work', () => {
    for (const id of [interview1, interview4, interview8]) {
      for (const { kind, minutes, reading } of itemsOfTemplate(get(id)).slice(-5)) {
        expect(['read', 'card', 'task']).toContain(kind)
        expect(minutes ?? readings.get(reading ?? '')?.minutes).toBeLessThanOrEqual(15)
      }
    }
  })

  test('meets the whole of architecture and interview in 8 weeks, and the principles below them', () => {
    const inPlan = new Set(itemsOfTemplate(get(interview8)).map(({ reading }) => reading))
    for (const section of ['architecture', 'interview']) {
      expect(sections.get(section)?.filter(({ id }) => !inPlan.has(id))).toEqual([])
    }
    expect(sections.get('principle')?.filter(({ id }) => inPlan.has(id)).length).toBeGreaterThanOrEqual(30)
  })
})

describe('someone with two weeks', () => {
  test.each([
    ['it-is-slow', ['principle', 'scalability', 'performance']],
    ['it-is-down', ['availability', 'stability']],
    ['data-at-scale', ['intelligence', 'scalability']],
    ['lead-a-growing-team', ['organization']],
  ])('reads in %s mostly from the sections that it is about', (id, about) => {
    const template = get(id)
    const home = new Set(about.flatMap((section) => sections.get(section) ?? []).map((reading) => reading.id))
    const reads = itemsOfTemplate(template).filter(({ kind }) => kind === 'read')
    expect(template.days).toBe(14)
    expect(reads.length).toBeGreaterThanOrEqual(20)
    expect(reads.filter(({ reading }) => home.has(reading ?? '')).length / reads.length).toBeGreaterThanOrEqual(0.8)
    expect(countOf(template, 'drill')).toBe(2)
  })
})
