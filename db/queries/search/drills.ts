import { listTemplates } from '#db/queries/planning/templates.ts'
import { itemsOfTemplate } from '#lib/planning/template.ts'
import type { Drill } from '#lib/search/leads.ts'

let cached: Drill[] | undefined

/** The drills and mocks of the curated plans, each with the shortest plan that has it; worked out once a process. */
export async function listDrills(): Promise<Drill[]> {
  if (cached) return cached
  const found = new Map<string, Drill>()
  for (const template of (await listTemplates()).toSorted((a, b) => a.days - b.days)) {
    for (const { key, kind, title } of itemsOfTemplate(template)) {
      if ((kind !== 'drill' && kind !== 'mock') || found.has(key)) continue
      found.set(key, { key, title: title.replace(/^(?:drill|mock): /i, ''), templateId: template.id })
    }
  }
  cached = [...found.values()]
  return cached
}
