import { getQuestion, getQuestionSet } from '#db/queries/questions/questions.ts'
import { clipped, firstOf, organisationsOf, type PageFacts, sizeOf } from '#lib/catalogue/page-facts.ts'
import type { ReadingGroup } from '#lib/catalogue/reading-row.ts'
import { counted, dateInWords, estimateInWords } from '#lib/format.ts'
import { listMapSections } from './catalogue-map.ts'
import { getSection, getTopic, listSections } from './catalogue.ts'
import { getOrganisation, getTechnology, listOrganisations, type Portrait } from './organisations.ts'
import { getReading } from './readings.ts'

/** What the public page at `path` is about; null where there is no such page. `/` is home. */
export async function getPageFacts(path: string): Promise<PageFacts | null> {
  const [, kind = '', id, slug, ...rest] = path.split('/')
  if (rest.length > 0 || (slug !== undefined && kind !== 'catalogue')) return null
  if (id === undefined) return index(kind)
  if (kind === 'catalogue') return slug === undefined ? section(id) : topic(id, slug)
  if (kind === 'readings') return reading(id)
  if (kind === 'organisations') return portrait(await getOrganisation(id), 'An organisation’s readings')
  if (kind === 'technologies') return portrait(await getTechnology(id), 'Readings on a technology')
  return kind === 'questions' ? question(id) : null
}

async function index(kind: string): Promise<PageFacts | null> {
  if (kind === '' || kind === 'catalogue') {
    const [sections, map] = await Promise.all([listSections(), listMapSections()])
    const total = counted(new Set(map.flatMap(({ topics }) => topics.flatMap((one) => one.readingIds))).size, 'reading')
    const parts = sections.map(({ title, readings: size }) => ({ title, size })).toSorted((a, b) => b.size - a.size)
    const names = (await listOrganisations()).toSorted((a, b) => b.readingIds.length - a.readingIds.length)
    const figures = `${total} · ${counted(names.length, 'organisation')}`
    if (kind === '')
      return {
        title: 'How large systems scale, told by the people who run them',
        eyebrow: 'Readings, notes and study plans',
        figures,
        description: `${total} by the engineers of ${firstOf(names.map(({ name }) => name))}: what to read when a system is slow or down, and a plan with dates until your interview.`,
        parts,
      }
    const sized = parts.map(({ title, size }) => `${title} (${size.toLocaleString('en')})`)
    return {
      title: 'Catalogue',
      eyebrow: 'The catalogue',
      figures,
      description: `${total} on how large systems scale, by section: ${firstOf(sized, 5)}.`,
      parts,
    }
  }
  if (kind === 'organisations') {
    const all = (await listOrganisations()).toSorted((a, b) => b.readingIds.length - a.readingIds.length)
    const sized = all.map(({ name, readingIds }) => ({ title: name, size: readingIds.length }))
    return {
      title: 'Organisations',
      eyebrow: 'Who wrote about what',
      figures: counted(all.length, 'organisation'),
      description: `${counted(all.length, 'organisation')} that have told how they scale, and the topics they met. Most by ${firstOf(sized.map(({ title, size }) => `${title} (${size})`))}.`,
      parts: sized.slice(0, 5),
    }
  }
  if (kind === 'api')
    return {
      title: 'API',
      eyebrow: 'For your own programs',
      figures: 'Tokens, OpenAPI and tools for agents',
      description: 'Read and write your own study from your own programs: tokens, examples, and every endpoint.',
      parts: [],
    }
  if (kind !== 'questions') return null
  const { questions, blocks } = await getQuestionSet()
  return {
    title: 'Interview questions',
    eyebrow: 'System design interviews',
    figures: `${counted(questions.length, 'question')} · ${counted(blocks.length, 'building block')}`,
    description: `${counted(questions.length, 'classic system design question')}, among them ${firstOf(
      questions.map(({ title }) => title),
      4,
    )}: what a good answer touches, and readings by engineers who built the real thing.`,
    parts: [],
  }
}

async function section(id: string): Promise<PageFacts | null> {
  const found = await getSection(id)
  if (!found) return null
  const rows = found.groups.flatMap((group) => group.rows)
  const tops = found.topics.filter(({ depth }) => depth === 1).map(({ title }) => title)
  const about = tops.length > 0 ? ` On ${firstOf(tops, 4)}.` : ''
  return {
    title: found.title,
    eyebrow: 'A section of the catalogue',
    figures: sizeOf(rows),
    description: `${inWords(rows)} on ${found.title.toLowerCase()}, by ${firstOf(organisationsOf(rows))}.${about}`,
    parts: partsOf(found.groups),
  }
}

async function topic(sectionId: string, slug: string): Promise<PageFacts | null> {
  const found = await getTopic(sectionId, slug)
  if (!found) return null
  const rows = found.groups.flatMap((group) => group.rows)
  const by = organisationsOf(rows)
  return {
    title: found.topic.title,
    eyebrow: `A topic of ${found.section.title.toLowerCase()}`,
    figures: sizeOf(rows),
    description: clipped(
      rows.length === 0
        ? `${found.topic.title}, a topic of ${found.section.title.toLowerCase()}: its readings moved to other topics.`
        : `${inWords(rows)} on ${found.topic.title}${by.length > 0 ? `, by ${firstOf(by, 4)}` : ''}. Begins with ${firstOf(rows.slice(0, 2).map(({ title }) => `“${title}”`))}.`,
      300,
    ),
    parts: by.slice(0, 5).map((name) => ({
      title: name,
      size: rows.filter(({ organisation }) => organisation === name).length,
    })),
  }
}

async function reading(id: string): Promise<PageFacts | null> {
  const found = await getReading(id)
  if (!found) return null
  const { fullTitle, organisation, people, medium, work, places } = found
  const by = [organisation?.name, ...people.slice(0, 3)].filter((name) => name !== undefined)
  const kind = `${medium === 'article' ? 'An article' : medium === 'slides' ? 'Slides' : medium === 'documentation' ? 'Documentation' : `A ${medium}`}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`
  const under = places.map(({ section: at, topics }) => topics.at(-1)?.title ?? at.title)
  const named = work?.title && work.title !== fullTitle ? `“${work.title}”. ` : ''
  const published = work?.published ? `, ${dateInWords(work.published)}` : ''
  return {
    title: organisation === null && people.length > 0 ? `${fullTitle} (${people.join(', ')})` : fullTitle,
    eyebrow: kind,
    figures: [estimateInWords(found), under[0]].filter(Boolean).join(' · '),
    description: clipped(
      `${named}${kind}${published}, ${estimateInWords(found)}${under.length > 0 ? `, listed under ${[...new Set(under)].join(' and ')}` : ''}. ${fullTitle}.`,
      300,
    ),
    parts: [],
  }
}

function portrait(found: Portrait | null, eyebrow: string): PageFacts | null {
  if (!found) return null
  const rows = found.groups.flatMap((group) => group.rows)
  const about = found.groups
    .toSorted((a, b) => b.rows.length - a.rows.length)
    .map((group) => ({ title: group.topic ?? group.section, size: group.rows.length }))
  const beside = found.alongside.map(({ name }) => name)
  return {
    title: found.name,
    eyebrow,
    figures: sizeOf(rows),
    description: clipped(
      `${found.name}: ${inWords(rows)} on ${firstOf(about.map(({ title }) => title))}.${beside.length > 0 ? ` With ${firstOf(beside)}.` : ''}`,
      300,
    ),
    parts: about.slice(0, 5),
  }
}

async function question(id: string): Promise<PageFacts | null> {
  const found = await getQuestion(id)
  if (!found) return null
  return {
    title: `${found.title}: interview question`,
    eyebrow: 'A system design interview question',
    figures: `${counted(found.readings.length, 'reading')} by engineers who built it`,
    description: clipped(found.prompt, 300),
    parts: [],
  }
}

/** "29 readings (3 h 52 min)". */
function inWords(rows: Parameters<typeof sizeOf>[0]): string {
  return `${sizeOf(rows).replace(' · ', ' (')})`
}

function partsOf(groups: readonly ReadingGroup[]): PageFacts['parts'] {
  const sized = groups.flatMap(({ topic: of, rows }) => (of ? [{ title: of.title, size: rows.length }] : []))
  return sized.toSorted((a, b) => b.size - a.size).slice(0, 5)
}
