import Papa from 'papaparse'
import type { PortableItem, PortablePlan } from './portable-plan.ts'

const columns = [
  'phase',
  'title',
  'kind',
  'tier',
  'minutes',
  'state',
  'address',
  'reason',
  'prompt',
  'touches',
  'remark',
] as const

/**
 * What a spreadsheet would take for a formula: its signs, also full-width, behind any white space. Such a cell gets an
 * apostrophe in front. The library's own pattern misses cells with a line break.
 */
const formula = /^[\s'\p{Cc}]*[=+\-@\t\r＝＋－＠]/u

/** A plan as a table, an item a row: CSV of RFC 4180 with a byte order mark, for spreadsheets. One way only. */
export function toCsv(plan: PortablePlan): string {
  const rows = [{ title: '', items: plan.items }, ...plan.phases].flatMap((phase) =>
    phase.items.map((item) => row(phase.title, item)),
  )
  return `\ufeff${Papa.unparse([[...columns], ...rows], { escapeFormulae: formula, newline: '\r\n' })}\r\n`
}

function row(phase: string, item: PortableItem): (string | number)[] {
  const { title, kind, tier, minutes, state, url, reason, prompt, touches, remark } = item
  return [phase, title, kind, tier, minutes, state, url ?? '', reason, prompt, touches.join('; '), remark]
}
