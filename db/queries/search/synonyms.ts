import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { indexSynonyms, type Synonym, type SynonymIndex } from '#lib/search/synonyms.ts'

/** What people call things: one file, by hand. */
const file = join(/* turbopackIgnore: true */ process.cwd(), 'db/content/synonyms.yaml')

const words = z.string().trim().min(2).max(60)
const synonym = z.strictObject({
  say: z.array(words).min(1),
  means: z.array(words).default([]),
  places: z.array(z.string()).default([]),
  readings: z.array(z.string()).default([]),
  drills: z.array(z.string()).default([]),
  situation: z.string().nullable().default(null),
})

let cached: SynonymIndex | undefined

/** The curated synonyms, ready to be found in what is typed; read once a process. */
export function synonymIndex(): SynonymIndex {
  cached ??= indexSynonyms(readSynonyms())
  return cached
}

/** @throws ZodError where the file is not as it must be. */
export function readSynonyms(): Synonym[] {
  return z.array(synonym).parse(parse(readFileSync(file, 'utf8')))
}
