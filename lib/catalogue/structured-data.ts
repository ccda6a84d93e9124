import type { ReadingDetail } from '../api/catalogue.ts'
import type { Medium } from './minutes.ts'

/** What schema.org calls each medium. */
const types: Record<Medium, string> = {
  article: 'Article',
  video: 'VideoObject',
  slides: 'PresentationDigitalDocument',
  paper: 'ScholarlyArticle',
  book: 'Book',
  documentation: 'TechArticle',
  repository: 'SoftwareSourceCode',
}

/** Most entries that a list names. */
const most = 30

/** A step of a breadcrumb: a path of this server and what it is called. */
export interface Step {
  href: string
  name: string
}

/** A reading as schema.org describes works (https://schema.org/CreativeWork): the work itself, at its own address. */
export function workData(reading: ReadingDetail): object {
  const { medium, organisation, people, work, minutes, technologies, places } = reading
  const authors = [
    ...people.map((name) => ({ '@type': 'Person', name })),
    ...(organisation ? [{ '@type': 'Organization', name: organisation.name }] : []),
  ]
  return {
    '@type': types[medium],
    name: work?.title ?? reading.fullTitle,
    url: reading.url,
    ...(work?.title && work.title !== reading.fullTitle ? { alternateName: reading.fullTitle } : {}),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(work?.published ? { datePublished: work.published } : {}),
    timeRequired: `PT${minutes}M`,
    keywords: [
      ...new Set([
        ...places.map(({ section, topics }) => topics.at(-1)?.title ?? section.title),
        ...technologies.map(({ name }) => name),
      ]),
    ],
  }
}

/** The way to a page (https://schema.org/BreadcrumbList). `origin` has no slash at its end. */
export function breadcrumbData(origin: string, steps: readonly Step[]): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ href, name }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: origin + href,
    })),
  }
}

/** A page that lists other pages (https://schema.org/ItemList): how many in all, and the first of them. */
export function listData(origin: string, name: string, paths: readonly string[]): object {
  const once = [...new Set(paths)]
  return {
    '@type': 'ItemList',
    name,
    numberOfItems: once.length,
    itemListElement: once
      .slice(0, most)
      .map((path, index) => ({ '@type': 'ListItem', position: index + 1, url: origin + path })),
  }
}
