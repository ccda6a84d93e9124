import { readdirSync, readFileSync } from 'node:fs'
import { parseCatalogue } from '../catalogue/check-content.ts'
import { parseTemplate } from './parse-template.ts'
import type { Template } from './template.ts'
import type { PlanItem } from './types.ts'

const content = new URL('../../db/content/', import.meta.url)
const filesIn = (folder: string) =>
  readdirSync(new URL(folder, content))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(new URL(`${folder}/${name}`, content), 'utf8') }))
const readings = new Map(
  parseCatalogue(filesIn('catalogue')).flatMap((section) => section.readings.map((reading) => [reading.id, reading])),
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
      const { minutes = 1, parts = 1 } = readings.get(item.reading ?? '') ?? {}
      return {
        id: prefix + item.key,
        kind: item.kind,
        tier: item.tier,
        minutes: item.minutes ?? minutes,
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
