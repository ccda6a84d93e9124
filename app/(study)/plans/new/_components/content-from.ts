import { getListChoice, getOrganisationChoice, getSearchChoice, type OwnChoice } from '#db/queries/study/own-choice.ts'
import { getTemplate, listReadingFacts, listTemplateEntries } from '#db/queries/planning/templates.ts'
import type { Viewer } from '#lib/auth/viewer.ts'
import { maxLength } from '#lib/search/query.ts'
import type { EnrolContent } from './enrol-state.ts'

const everyWorkday = [45, 45, 45, 45, 45, 0, 0]

/** What a new plan would hold, as the page's address says; null where that does not exist. */
export async function contentFrom(
  viewer: Viewer,
  source: 'template' | 'organisation' | 'list' | 'q' | 'own',
  value: string,
): Promise<EnrolContent | null> {
  if (source === 'template') return contentOfTemplate(value)
  if (source === 'own')
    return contentOfChoice(viewer, {
      title: 'My plan',
      summary: 'Empty at first: you put in what you like.',
      groups: [],
    })
  const choice =
    source === 'organisation'
      ? await getOrganisationChoice(value)
      : source === 'list'
        ? await getListChoice(viewer, value)
        : await getSearchChoice(viewer, value.slice(0, maxLength))
  return choice && contentOfChoice(viewer, choice)
}

async function contentOfTemplate(id: string): Promise<EnrolContent | null> {
  const template = await getTemplate(id)
  if (!template) return null
  const entries = await listTemplateEntries(template)
  return {
    templateId: template.id,
    title: template.title,
    summary: template.summary,
    days: template.days,
    isInterview: entries.some(({ kind }) => kind === 'mock'),
    weekdayMinutes: template.weekdayMinutes,
    phases: template.phases.map(({ title, goal }) => ({ title, goal })),
    entries: entries.map(({ reason: _, prompt: __, touches: ___, ...entry }) => entry),
  }
}

async function contentOfChoice(viewer: Viewer, { title, summary, groups }: OwnChoice): Promise<EnrolContent> {
  const seen = new Set<string>()
  const facts = new Map(
    (
      await listReadingFacts(
        groups.flatMap((group) => group.readingIds),
        viewer,
      )
    ).map((reading) => [reading.id, reading]),
  )
  const entries = groups.flatMap((group, phase) =>
    group.readingIds.flatMap((readingId) => {
      const reading = facts.get(readingId)
      if (!reading || seen.has(readingId)) return []
      seen.add(readingId)
      const { minutes, parts } = reading
      return [
        {
          key: readingId,
          kind: 'read' as const,
          tier: 'must' as const,
          minutes,
          parts,
          phase,
          title: reading.title,
          readingId,
          nearEnd: null,
        },
      ]
    }),
  )
  return {
    templateId: null,
    title,
    summary,
    days: 28,
    isInterview: false,
    weekdayMinutes: everyWorkday,
    phases: groups.map((group) => ({ title: group.title, goal: '' })),
    entries,
  }
}
