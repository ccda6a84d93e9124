import { minutesInWords } from '#lib/format.ts'
import type { FieldChange } from './fork-diff.ts'

const names: Record<FieldChange['field'], string> = {
  title: 'Title',
  kind: 'Kind',
  tier: 'Tier',
  minutes: 'Minutes',
  parts: 'Parts',
  readingId: 'Reading',
  reason: 'Why',
  prompt: 'Prompt',
  touches: 'Touches',
}

/** A changed field in words: what it is, what it was, what it would be, and what the copy has where that differs. */
export function fieldInWords({ field, before, after, own }: FieldChange): {
  name: string
  before: string
  after: string
  own: string | null
} {
  const words = (value: unknown) => valueInWords(field, value)
  return { name: names[field], before: words(before), after: words(after), own: own === undefined ? null : words(own) }
}

function valueInWords(field: FieldChange['field'], value: unknown): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'none'
  if (field === 'minutes') return minutesInWords(Number(value))
  return Array.isArray(value) ? value.join('; ') : String(value)
}
