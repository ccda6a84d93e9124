import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { estimateMinutes, type Medium } from '../catalogue/minutes.ts'
import { parseTemplate } from './parse-template.ts'
import type { Template } from './template.ts'
import type { PlanItem } from './types.ts'

type Reading = { id: string; medium: Medium; parts?: number; minutes?: number }
type Topic = { readings?: Reading[]; topics?: Topic[] }

const content = new URL('../../db/content/', import.meta.url)
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, content))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, content), 'utf8') }))
const readingsBelow = (topic: Topic): Reading[] => [
  ...(topic.readings ?? []),
  ...(topic.topics ?? []).flatMap((below) => readingsBelow(below)),
]
const readings = new Map(
  filesIn('catalogue').flatMap(({ text }) =>
    readingsBelow(parse(text) as Topic).map((reading) => [reading.id, reading]),
  ),
)

/** The templates that ship with the product. */
export const templates = filesIn('plans').map(
  ({ name, text }) => parseTemplate(text, `db/content/plans/${name}`).template!,
)

/** The items of a shipped template as enrolling makes them. */
export function templateItems(id: string, prefix = ''): PlanItem[] {
  return itemsOf(
    templates.find((template) => template.id === id)!,
    prefix,
  )
}

/** The items of a template as enrolling makes them. */
export function itemsOf(template: Template, prefix = ''): PlanItem[] {
  return template.phases.flatMap((phase, index) =>
    phase.items.map((item, position): PlanItem => {
      const { medium = 'article', parts = 1, minutes: own } = readings.get(item.reading ?? '') ?? {}
      return {
        id: prefix + item.key,
        kind: item.kind,
        tier: item.tier,
        minutes: item.minutes ?? own ?? estimateMinutes(medium, parts),
        parts: item.kind === 'read' && item.minutes === null ? parts : 1,
        phase: index,
        position: index * 1000 + position,
        readingId: item.reading,
        title: item.title,
        state: 'todo',
        day: null,
        pin: null,
        nearEnd: item.nearEnd,
      }
    }),
  )
}
