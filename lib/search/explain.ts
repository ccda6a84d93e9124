import { listOf, quote, type Demand, type Understanding } from './understand.ts'
import type { FacetKey } from './vocabulary.ts'

/** The most names that a sentence lists. */
const maxNames = 4

const ownStatus: Record<string, string> = {
  unmarked: 'not marked',
  queued: 'queued',
  reading: 'begun',
  done: 'done',
  skipped: 'skipped',
}

/** How each facet is said: of what is wanted, and of what is not. */
const saying: Record<FacetKey, (names: string, negated: boolean) => string> = {
  section: (names, negated) => `${negated ? 'outside' : 'in'} ${names}`,
  topic: (names, negated) => `${negated ? 'outside' : 'on'} ${names}`,
  organisation: (names, negated) => `${negated ? 'not from' : 'from'} ${names}`,
  technology: (names, negated) => `${negated ? 'not about' : 'about'} ${names}`,
  medium: (names, negated) => `${negated ? 'not as' : 'as'} ${names.toLowerCase()}`,
  person: (names, negated) => `${negated ? 'not by' : 'by'} ${names}`,
  listed: (names, negated) => `that are ${negated ? 'not ' : ''}${names.toLowerCase()}`,
  status: (names, negated) => `that you have ${negated ? 'not ' : ''}${names}`,
  has: (_, negated) => `${negated ? 'without' : 'with'} a note of yours`,
}

/**
 * Says in words how a search was understood: one sentence, then one for each thing that was not.
 * @returns the empty string for a search that asks for nothing.
 */
export function explain(understanding: Understanding): string {
  const { texts, prefix, demands, remarks } = understanding
  const said = [...sayTexts(texts, prefix), ...demands.map(sayDemand)]
  const sentence = said.length > 0 ? [`Readings ${said.join(', ')}.`] : []
  return [...sentence, ...remarks].join(' ')
}

function sayTexts(texts: Understanding['texts'], prefix: boolean): string[] {
  const wanted = texts.filter((part) => !part.negated)
  const unwanted = texts.filter((part) => part.negated)
  const names = wanted.map((part) => {
    if (prefix && part === texts.at(-1)) return `a word that begins with ${quote(part)}`
    return part.kind === 'phrase' && /\s/u.test(part.text) ? `the exact words ${quote(part)}` : quote(part)
  })
  return [
    ...(names.length > 0 ? [`with ${listOf(names)}`] : []),
    ...(unwanted.length > 0 ? [`without ${listOf(unwanted.map(quote), 'or')}`] : []),
  ]
}

function sayDemand({ facet, entries, negated }: Demand): string {
  const names = entries.map((entry) => (facet === 'status' ? (ownStatus[entry.id] ?? entry.name) : entry.name))
  const shown =
    names.length > maxNames ? [...names.slice(0, maxNames - 1), `${names.length - maxNames + 1} more`] : names
  return saying[facet](listOf(shown, 'or'), negated)
}
