import { stemmer } from 'stemmer'
import { type Situation, situations } from '../catalogue/situations.ts'
import { wordsOf } from '../words/same-word.ts'
import { type Said, stemsOf } from './synonyms.ts'
import type { Entry, FacetKey, Vocabulary } from './vocabulary.ts'

/** Somewhere that answers a search beside the readings. */
export interface Lead {
  kind: 'situation' | 'section' | 'topic' | 'organisation' | 'technology' | 'drill' | 'question'
  name: string
  href: string
}

/** A drill of the curated plans, or a question that can be practised. */
export interface Drill {
  key: string
  /** "A URL shortener". */
  title: string
  /** Where it stands: a question's page, or the shortest plan that has the drill. */
  href: string
  kind: 'drill' | 'question'
}

const most = 6
const roads = [
  ['section', '/catalogue/'],
  ['topic', '/catalogue/'],
  ['organisation', '/organisations/'],
  ['technology', '/technologies/'],
] as const

/**
 * Sections, topics, organisations, technologies, situations and drills that a search names, at most 6: those that the
 * synonyms lead to, then those whose name the words hold whole, then those whose name holds all the words.
 * @param words folded, without small words.
 */
export function listLeads(
  { words, said }: { words: readonly string[]; said: readonly Said[] },
  vocabulary: Vocabulary,
  drills: readonly Drill[],
): Lead[] {
  const stems = new Set(words.map(stemmer))
  if (stems.size === 0) return []
  const synonyms = said.map(({ synonym }) => synonym)
  const chosen = [
    ...situations.filter(({ id }) => synonyms.some((one) => one.situation === id)).map(toSituation),
    ...synonyms.flatMap((one) => one.drills).flatMap((key) => drills.filter((drill) => drill.key === key).map(toDrill)),
    ...synonyms.flatMap((one) => one.places).flatMap((id) => placeOf(id, vocabulary) ?? []),
  ]
  const named = [
    ...roads.flatMap(([facet, path]) =>
      vocabulary[facet].map((entry) => ({ name: entry.name, lead: toLead(facet, path, entry) })),
    ),
    ...drills.map((drill) => ({ name: drill.title, lead: toDrill(drill) })),
  ].map(({ name, lead }) => ({ lead, name: stemsOf(wordsOf(name)) }))
  const whole = named.filter(({ name }) => name.length > 0 && name.every((stem) => stems.has(stem)))
  const wider = named.filter(({ name }) => [...stems].every((stem) => name.includes(stem)))
  const all = [...chosen, ...whole.map(({ lead }) => lead), ...wider.map(({ lead }) => lead)]
  return [...new Map(all.map((lead) => [lead.kind + lead.href + lead.name, lead])).values()].slice(0, most)
}

function toLead(facet: Extract<FacetKey, Lead['kind']>, path: string, { id, name }: Entry): Lead {
  return { kind: facet, name, href: path + id }
}

function placeOf(id: string, vocabulary: Vocabulary): Lead | null {
  const facet = id.includes('/') ? 'topic' : 'section'
  const entry = vocabulary[facet].find((one) => one.id === id)
  return entry ? toLead(facet, '/catalogue/', entry) : null
}

function toSituation({ id, title }: Situation): Lead {
  return { kind: 'situation', name: title, href: `/#${id}` }
}

function toDrill({ kind, title, href }: Drill): Lead {
  return { kind, name: title, href }
}
