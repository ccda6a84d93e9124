import { z } from 'zod'
import { LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { estimateMinutes, lengths, media, type Medium } from './minutes.ts'

/** A reading's facts as the content files give them. */
export interface ContentReading {
  id: string
  title: string
  url: string
  formerUrls: string[]
  organisation: string | null
  /** The work's authors or speakers where they are known, else those that the list names. */
  people: string[]
  technologies: string[]
  medium: Medium
  parts: number
  minutes: number
  minutesBasis: 'stated' | 'rule'
  /** As the work calls itself; null where that is not known or is what the list says. */
  workTitle: string | null
  /** The day, month or year on which the work was published, as `2018-07-31`, `2018-07` or `2018`. */
  published: string | null
  /** Ids that this work once had beside its own: whoever asks for one is led here. */
  mergedIds: string[]
  listedOn: string
  delistedOn: string | null
}

/** A place that lists a reading; `position` counts within the section. */
export interface ContentListing {
  readingId: string
  topicSlug: string | null
  title: string
  introduction: boolean
  seedOrder: number | null
  position: number
}

/** A node of a section's tree, in depth-first order. */
export interface ContentTopic {
  slug: string
  title: string
  parentSlug: string | null
  position: number
  depth: number
}

/** One file of `db/content/catalogue`. */
export interface ContentSection {
  id: string
  title: string
  position: number
  topics: ContentTopic[]
  readings: ContentReading[]
  listings: ContentListing[]
}

/** A mistake in a content file, said so that a person finds it. */
export interface ContentMistake {
  file: string
  line: number
  reason: string
}

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
const isoDay = z.iso.date('must be a day such as 2018-07-31')
const line = z
  .string()
  .min(1)
  .max(300)
  .refine((text) => text.trim() === text, 'must not begin or end with a space')
const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' })

/** What the work says of itself, seen on its own page or on one that quotes it. */
const work = z.strictObject({
  title: line.optional(),
  people: z.array(line).min(1).optional(),
  published: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'must be a day, a month or a year, such as 2018-07-31, 2018-07 or 2018')
    .optional(),
})

const reading = z.strictObject({
  id: slug,
  title: line,
  listed: line.optional(),
  url,
  formerUrls: z.array(url).optional(),
  organisation: line.optional(),
  people: z.array(line).optional(),
  technologies: z.array(line).optional(),
  medium: z.enum(media),
  parts: z.int().min(1).max(100).optional(),
  work: work.optional(),
  /** As somebody stated them; the four below are what the rule for minutes goes by where nobody did. */
  minutes: z.int().min(1).max(6000).optional(),
  partMinutes: z.record(z.string().regex(/^\d+$/), z.int().min(1).max(600)).optional(),
  elsewhereMinutes: z.int().min(1).max(600).optional(),
  length: z.enum(lengths).optional(),
  mergedIds: z.array(slug).min(1).optional(),
  listedOn: isoDay,
  delistedOn: isoDay.optional(),
  introduction: z.literal(true).optional(),
  seedOrder: z.int().min(1).optional(),
})

const pointer = z.strictObject({
  see: slug,
  listed: line,
  introduction: z.literal(true).optional(),
  seedOrder: z.int().min(1).optional(),
})

type Entry = z.output<typeof reading> | z.output<typeof pointer>
interface Node {
  slug: string
  title: string
  readings?: unknown[]
  topics?: Node[]
  after?: unknown[]
}

const shell: z.ZodType<Node> = z.lazy(() =>
  z.strictObject({
    slug,
    title: line,
    readings: z.array(z.unknown()).optional(),
    topics: z.array(shell).optional(),
    /** Readings of its own that the list puts behind its topics. */
    after: z.array(z.unknown()).optional(),
  }),
)

const section = z.strictObject({
  section: slug,
  title: line,
  position: z.int().min(1),
  readings: z.array(z.unknown()).optional(),
  topics: z.array(shell).optional(),
  after: z.array(z.unknown()).optional(),
})

/**
 * Parses one content file.
 * @returns the section, and every mistake in it with file, line and reason; with mistakes the section is not to be used.
 */
export function parseSection(
  file: string,
  text: string,
): { section: ContentSection | null; mistakes: ContentMistake[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const mistakes: ContentMistake[] = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    reason: error.message.split('\n')[0] ?? 'is not YAML',
  }))
  if (mistakes.length > 0) return { section: null, mistakes }

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as ParsedNode | undefined
      if (node?.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const report = (base: readonly PropertyKey[], error: z.ZodError) => {
    for (const issue of error.issues)
      mistakes.push({
        file,
        line: lineOf([...base, ...issue.path]),
        reason: [issue.path.join('.'), issue.message].filter(Boolean).join(': '),
      })
  }

  const root = section.safeParse(document.toJS())
  if (!root.success) {
    report([], root.error)
    return { section: null, mistakes }
  }
  const out: ContentSection = {
    id: root.data.section,
    title: root.data.title,
    position: root.data.position,
    topics: [],
    readings: [],
    listings: [],
  }

  const walk = (
    node: { readings?: unknown[]; topics?: Node[]; after?: unknown[] },
    topicSlug: string | null,
    depth: number,
    path: PropertyKey[],
  ) => {
    const addAll = (key: 'readings' | 'after') => {
      for (const [index, raw] of (node[key] ?? []).entries()) {
        const schema = typeof raw === 'object' && raw !== null && 'see' in raw ? pointer : reading
        const parsed = schema.safeParse(raw)
        if (parsed.success) addEntry(out, parsed.data, topicSlug)
        else report([...path, key, index], parsed.error)
      }
    }
    addAll('readings')
    for (const [index, topic] of (node.topics ?? []).entries()) {
      const here = [...path, 'topics', index]
      if (depth >= 3) mistakes.push({ file, line: lineOf(here), reason: `${topic.slug}: topics nest at most 3 deep` })
      if (out.topics.some((other) => other.slug === topic.slug))
        mistakes.push({
          file,
          line: lineOf(here),
          reason: `${topic.slug}: a second topic of this section has this slug`,
        })
      out.topics.push({
        slug: topic.slug,
        title: topic.title,
        parentSlug: topicSlug,
        position: out.topics.length + 1,
        depth: depth + 1,
      })
      walk(topic, topic.slug, depth + 1, here)
    }
    addAll('after')
  }
  walk(root.data, null, 0, [])
  return { section: mistakes.length > 0 ? null : out, mistakes }
}

function addEntry(out: ContentSection, entry: Entry, topicSlug: string | null): void {
  const place = {
    topicSlug,
    introduction: entry.introduction ?? false,
    seedOrder: entry.seedOrder ?? null,
    position: out.listings.length + 1,
  }
  if ('see' in entry) {
    out.listings.push({ ...place, readingId: entry.see, title: entry.listed })
    return
  }
  const parts = entry.parts ?? 1
  const published = entry.work?.published ?? null
  out.readings.push({
    id: entry.id,
    title: entry.title,
    url: entry.url,
    formerUrls: entry.formerUrls ?? [],
    organisation: entry.organisation ?? null,
    people: entry.work?.people ?? entry.people ?? [],
    technologies: entry.technologies ?? [],
    medium: entry.medium,
    parts,
    minutes: entry.minutes ?? estimateMinutes({ ...entry, parts, published }),
    minutesBasis: entry.minutes === undefined ? 'rule' : 'stated',
    workTitle: entry.work?.title ?? null,
    published,
    mergedIds: entry.mergedIds ?? [],
    listedOn: entry.listedOn,
    delistedOn: entry.delistedOn ?? null,
  })
  out.listings.push({ ...place, readingId: entry.id, title: entry.listed ?? entry.title })
}
