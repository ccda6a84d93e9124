import { listTemplates } from '#db/queries/planning/templates.ts'
import { getQuestionSet } from '#db/queries/questions/questions.ts'
import { itemsOfTemplate } from '#lib/planning/template.ts'
import type { Drill } from '#lib/search/leads.ts'

let cached: Drill[] | undefined

/**
 * All that can be practised: the drills and mocks of the curated plans, each leading to its question, or to the shortest
 * plan that has it, and the questions that no plan asks. Worked out once a process.
 */
export async function listDrills(): Promise<Drill[]> {
  if (cached) return cached
  const { questions } = await getQuestionSet()
  const titles = new Map(questions.map(({ id, title }) => [id, title]))
  const found = new Map<string, Drill>()
  const asked = new Set<string>()
  for (const template of (await listTemplates()).toSorted((a, b) => a.days - b.days)) {
    for (const { key, kind, title, question } of itemsOfTemplate(template)) {
      if ((kind !== 'drill' && kind !== 'mock') || found.has(key)) continue
      asked.add(question ?? '')
      found.set(key, {
        key,
        ...(question === null
          ? {
              kind: 'drill',
              title: title.replace(/^(?:drill|mock): /i, ''),
              href: `/plans/new?template=${template.id}`,
            }
          : { kind: 'question', title: titles.get(question) ?? title, href: `/questions/${question}` }),
      })
    }
  }
  for (const { id, title } of questions)
    if (!asked.has(id)) found.set(id, { key: id, kind: 'question', title, href: `/questions/${id}` })
  cached = [...found.values()]
  return cached
}
