import { expect, test } from 'vitest'
import { breadcrumbData, listData, workData } from './structured-data.ts'

test('a reading is described as the work it is, by those who made it', () => {
  const data = workData({
    id: 'a',
    title: 'Cell phones',
    fullTitle: 'Cells at Slack',
    work: { title: 'Slack’s migration to a cellular architecture', published: '2023-08' },
    url: 'https://slack.engineering/cells',
    formerUrls: [],
    organisation: { id: 'slack', name: 'Slack' },
    people: ['Cooper Bethea'],
    technologies: [{ id: 'envoy', name: 'Envoy' }],
    medium: 'article',
    parts: 1,
    minutes: 12,
    minutesBasis: 'rule',
    listedOn: '2023-09-01',
    delistedOn: null,
    link: null,
    places: [],
  })
  expect(data).toEqual({
    '@type': 'Article',
    name: 'Slack’s migration to a cellular architecture',
    alternateName: 'Cells at Slack',
    url: 'https://slack.engineering/cells',
    author: [
      { '@type': 'Person', name: 'Cooper Bethea' },
      { '@type': 'Organization', name: 'Slack' },
    ],
    datePublished: '2023-08',
    timeRequired: 'PT12M',
    keywords: ['Envoy'],
  })
})

test('a list names how many pages it has, each once, and the first 30 of them', () => {
  const paths = Array.from({ length: 40 }, (_, index) => `/readings/${index}`)
  const data = listData('https://read.example', 'Caching', [...paths, '/readings/0']) as {
    numberOfItems: number
    itemListElement: { position: number; url: string }[]
  }
  expect(data.numberOfItems).toBe(40)
  expect(data.itemListElement).toHaveLength(30)
  expect(data.itemListElement[1]).toMatchObject({ position: 2, url: 'https://read.example/readings/1' })
})

test('the way to a page is whole addresses', () => {
  expect(breadcrumbData('https://read.example', [{ href: '/catalogue', name: 'Catalogue' }])).toMatchObject({
    itemListElement: [{ position: 1, name: 'Catalogue', item: 'https://read.example/catalogue' }],
  })
})
