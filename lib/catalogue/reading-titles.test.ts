import { expect, test } from 'vitest'
import { placeTitle, titlesOf } from './reading-titles.ts'

const facts = {
  title: 'Airflow',
  workTitle: null,
  organisation: 'Grab',
  listed: ['Airflow at Grab'],
  introduction: false,
}

test('a title that stands alone says whose it is, as the list does', () => {
  expect(titlesOf(facts)).toEqual({ rowTitle: 'Airflow', fullTitle: 'Airflow at Grab' })
  const dated = {
    ...facts,
    title: 'Search Service (2014)',
    organisation: 'Twitter',
    listed: ['Search Service at Twitter (2014)'],
  }
  expect(titlesOf(dated).fullTitle).toBe('Search Service (2014) at Twitter')
  const upper = { ...facts, title: 'Deduplication', organisation: 'Mail.ru', listed: ['Deduplication At Mail.Ru'] }
  expect(titlesOf(upper).fullTitle).toBe('Deduplication at Mail.ru')
})

test('an organisation that only published it stands in brackets', () => {
  const bloch = {
    ...facts,
    title: 'How To Design A Good API and Why it Matters',
    organisation: 'Google',
    listed: ['How To Design A Good API and Why it Matters - Joshua Bloch, CMU & Google'],
  }
  expect(titlesOf(bloch).fullTitle).toBe('How To Design A Good API and Why it Matters (Google)')
})

test('nothing is said twice, and a name inside another word is no name', () => {
  const kafka = { ...facts, title: 'Inside Grab: Airflow' }
  expect(titlesOf(kafka).fullTitle).toBe('Inside Grab: Airflow')
  const box = { ...facts, title: 'Sandboxes', organisation: 'Box', listed: ['Sandboxes at Box'] }
  expect(titlesOf(box).fullTitle).toBe('Sandboxes at Box')
})

test('an introduction is shown as its work calls itself', () => {
  const wix = {
    title: 'Distributed Caching',
    workTitle: 'Scaling to 100M: To Cache or Not to Cache?',
    organisation: 'Wix',
    listed: ['Distributed Caching'],
    introduction: true,
  }
  expect(titlesOf(wix)).toEqual({
    rowTitle: 'Scaling to 100M: To Cache or Not to Cache?',
    fullTitle: 'Scaling to 100M: To Cache or Not to Cache? (Wix)',
  })
  expect(titlesOf({ ...wix, introduction: false }).rowTitle).toBe('Distributed Caching')
})

test('each place shows its own words', () => {
  const shown = { title: 'Kafka', rowTitle: 'Kafka', organisation: 'Uber' }
  const at = (listed: string) => placeTitle(shown, { listed, first: 'Kafka at Uber', introduction: false })
  expect(at('Kafka at Uber')).toBe('Kafka')
  expect(at('Disaster Recovery for Kafka (2 parts) at Uber')).toBe('Disaster Recovery for Kafka')
  expect(at('Moving Kafka - Matt Ranney, Chief Architect at Uber')).toBe('Moving Kafka')
})
