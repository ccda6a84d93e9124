import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { templateSchema, type Template, type TemplateItem } from './template.ts'

/** What is wrong with a template file, and where. Lines count from 1. */
export type TemplateError = { file: string; line: number; reason: string }

export type ParsedTemplate = { template: Template; errors?: never } | { template?: never; errors: TemplateError[] }

type Path = readonly PropertyKey[]
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
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const lineAt = (path: Path) => lines.linePos(offsetOf(document, path)).line
  const failed = (errors: TemplateError[]): ParsedTemplate => ({ errors: errors.toSorted((a, b) => a.line - b.line) })

  if (document.errors.length > 0) {
    return failed(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        reason: error.message.split(' at line ')[0]!.split('\n')[0]!,
      })),
    )
  }

  const parsed = templateSchema.safeParse(document.toJS())
  if (!parsed.success) return failed(parsed.error.issues.flatMap((issue) => errorsOf(issue, file, lineAt)))

  const template = templateOf(parsed.data)
  const problems = problemsOf(template, file)
  if (problems.length === 0) return { template }
  return failed(problems.map(({ path, reason }) => ({ file, line: lineAt(path), reason })))
}

function errorsOf(issue: z.core.$ZodIssue, file: string, lineAt: (path: Path) => number): TemplateError[] {
  const where = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  if (issue.code !== 'unrecognized_keys') return [{ file, line: lineAt(issue.path), reason: where + issue.message }]
  return issue.keys.map((key) => ({
    file,
    line: lineAt([...issue.path, key]),
    reason: `${where}unknown field "${key}"`,
  }))
}

/** Where a path begins in the text: at its field's name, or at the nearest thing around it that is there. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step)
      if (pair === undefined || !isScalar(pair.key)) return offset
      offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = (isNode(node) && node.range?.[0]) || offset
    } else return offset
  }
  return offset
}

function templateOf(raw: RawTemplate): Template {
  return { ...raw, phases: raw.phases.map((phase) => ({ ...phase, items: phase.items.map(itemOf) })) }
}

function itemOf(raw: RawItem): TemplateItem {
  const { kind, tier, reason } = raw
  const nearEnd = raw.nearEnd ?? null
  const none = { nearEnd, reading: null, title: '', minutes: null, prompt: '', touches: [] }
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
  const touches = 'touches' in raw ? raw.touches : []
  return { ...none, key: raw.key, kind, tier, title, minutes, reason, prompt: raw.prompt, touches }
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
