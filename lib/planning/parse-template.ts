import type { z } from 'zod'
import { byLine, type FileError, type Path, readYaml } from '../content/yaml-file.ts'
import { templateSchema, type Template, type TemplateItem } from './template.ts'

export type ParsedTemplate = { template: Template; errors?: never } | { template?: never; errors: FileError[] }

type RawTemplate = z.infer<typeof templateSchema>
type RawItem = RawTemplate['phases'][number]['items'][number]

/**
 * Reads a template file.
 *
 * The key of a `read` may be left out and is then its reading's id; that of a `card` is `card-<reading>`. Whether the
 * readings exist is for the caller to check: this sees one file only.
 *
 * @param text YAML 1.2, in the form of `templateSchema`
 * @param file its path, for messages; its name without `.yaml` has to be the template's id
 * @returns the template, or all that is wrong with the file, in the order of its lines
 */
export function parseTemplate(text: string, file: string): ParsedTemplate {
  const { value, lineAt, errors } = readYaml(text, file, templateSchema)
  if (errors) return { errors }

  const template = templateOf(value)
  const problems = problemsOf(template, file)
  if (problems.length === 0) return { template }
  return { errors: byLine(problems.map(({ path, reason }) => ({ file, line: lineAt(path), reason }))) }
}

function templateOf(raw: RawTemplate): Template {
  return { ...raw, phases: raw.phases.map((phase) => ({ ...phase, items: phase.items.map(itemOf) })) }
}

function itemOf(raw: RawItem): TemplateItem {
  const { kind, tier, reason } = raw
  const nearEnd = raw.nearEnd ?? null
  const none = { nearEnd, reading: null, title: '', minutes: null, prompt: '', touches: [], question: null }
  if (raw.kind === 'read') {
    return {
      ...none,
      key: raw.key ?? raw.reading,
      kind,
      tier,
      reading: raw.reading,
      minutes: raw.minutes ?? null,
      reason,
    }
  }
  const { title, minutes } = raw
  if (raw.kind === 'card') {
    return { ...none, key: raw.key ?? `card-${raw.reading}`, kind, tier, reading: raw.reading, title, minutes, reason }
  }
  const own = { ...none, key: raw.key, kind, tier, title, minutes, reason }
  const asked =
    'touches' in raw || 'question' in raw ? { touches: raw.touches ?? [], question: raw.question ?? null } : {}
  return { ...own, prompt: raw.prompt ?? '', ...asked }
}

/** What the form alone does not show: names that are used twice, and cards whose reading has not come yet. */
function problemsOf(template: Template, file: string): { path: Path; reason: string }[] {
  const problems: { path: Path; reason: string }[] = []
  const keys = new Set<string>()
  const readings = new Set<string>()
  const name = file.split('/').at(-1)
  if (name !== `${template.id}.yaml`)
    problems.push({ path: ['id'], reason: `id: the file of "${template.id}" is ${name}` })

  template.phases.forEach((phase, p) =>
    phase.items.forEach((item, i) => {
      const path = ['phases', p, 'items', i]
      const tell = (field: string, reason: string) =>
        problems.push({ path: [...path, field], reason: `${path.join('.')}: ${reason}` })
      if (keys.has(item.key)) tell('key', `the key "${item.key}" is used twice`)
      keys.add(item.key)
      if (item.kind === 'read' && item.reading) {
        if (readings.has(item.reading)) tell('reading', `"${item.reading}" is read twice`)
        readings.add(item.reading)
      }
      if (item.kind === 'card' && item.reading && !readings.has(item.reading)) {
        tell('reading', `the card comes before its reading "${item.reading}"`)
      }
    }),
  )
  return problems
}
