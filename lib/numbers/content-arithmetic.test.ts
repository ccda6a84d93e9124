import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readQuestions } from '#db/queries/questions/questions.ts'
import { readYaml } from '../content/yaml-file.ts'
import { chainsSchema, workOutChain } from './chain.ts'
import { parseFigures } from './parse-figures.ts'

const { questions } = readQuestions('db/content/questions')
const day = 86_400
const month = 30 * day

/** By question: words of a good answer, and the sum that they are the result of. Sizes in bytes, rates a second. */
const sums: [string, string, number][] = [
  ['url-shortener', '40 writes', 100e6 / month],
  ['url-shortener', '4,000 reads a second', (100e6 * 100) / month],
  ['url-shortener', '12 billion links', 100e6 * 12 * 10],
  ['url-shortener', '6 TB', 100e6 * 12 * 10 * 500],
  ['url-shortener', '3.5 trillion', 62 ** 7],
  ['news-feed', '35,000 opens', (300e6 * 10) / day],
  ['news-feed', '1,700 posts a second', 300e6 / 2 / day],
  ['news-feed', '350,000 feed writes a second', (300e6 / 2 / day) * 200],
  ['news-feed', '2 TB', 300e6 * 800 * 8],
  ['chat', '2 billion messages a day', (50e6 * 40) / day],
  ['chat', '23,000 a second', (50e6 * 40) / day],
  ['chat', '100,000 each', 10e6 / 100],
  ['notification-service', '28,000 a second', 100e6 / 3600],
  ['typeahead', '300 million requests a day', (50e6 * 6) / day],
  ['typeahead', '3,500 a second', (50e6 * 6) / day],
  ['video-streaming', '250 TB of uploads a day', (500e3 * 500e6) / day],
  ['video-streaming', '80 Tbit/s', (20e6 * 4e6) / 8],
  ['file-sync', '1 EB', 100e6 * 10e9],
  ['ride-matching', '250,000 position writes a second', 1e6 / 4],
  ['payment-system', '70 GB a day', 2000 * 2 * 200],
  ['ad-click-counting', '17 TB a day', 1e6 * 200],
  ['web-crawler', '400 a second', 1e9 / month],
  ['web-crawler', '100 TB a month', (1e9 * 100e3) / month],
  ['distributed-cache', '100 machines', 20e12 / 200e9],
  ['distributed-cache', '50,000 each', 5e6 / 100],
  ['unique-ids', '69 years', 2 ** 41 / 1000],
  ['unique-ids', '1,024', 2 ** 10],
  ['unique-ids', '4 million a second', 2 ** 12 * 1000],
  ['message-queue', '1 GB a second', 1e6 * 1e3],
  ['message-queue', '600 TB a week', 1e6 * 1e3],
  ['job-scheduler', '120 a second', 10e6 / day],
  ['metrics-and-alerting', '5 million points a second', 50e6 / 10],
  ['metrics-and-alerting', '7 TB a day', 5e6 * 16],
  ['metrics-and-alerting', '650 GB', 5e6 * 1.5 * day],
  ['post-search', '6,000 posts a second', 500e6 / day],
  ['post-search', '150 GB a day', (500e6 * 300) / day],
  ['photo-sharing', '300 TB of originals a day', (100e6 * 3e6) / day],
  ['photo-sharing', '10 billion views a day', (100e6 * 100) / day],
  ['photo-sharing', '115,000 a second', (100e6 * 100) / day],
  ['object-store', '50,000 disks', 1e18 / 20e12],
  ['object-store', 'three a day', (50_000 * 0.02) / 365 / day],
  ['recommendations', '12,000 requests a second', (50e6 * 20) / day],
  ['live-video', '10 Tbit/s', (5e6 * 2e6) / 8],
  ['api-gateway', '60 machines', 300e3 / 5e3],
  ['nearby-places', '1,200 searches a second', 100e6 / day],
  ['nearby-places', '200 GB', 200e6 * 1e3],
  ['leaderboard', '5 GB', 50e6 * 100],
  ['leaderboard', '800,000 writes a second', 50e6 / 60],
  ['collaborative-editor', '50,000 out a second', 100 * 5 * 100],
  ['analytics-pipeline', '13 TB a day', 500e3 * 300],
]

describe('the content’s own arithmetic', () => {
  test.each(sums)('%s: %s', (id, words, sum) => {
    const point = questions.find((question) => question.id === id)?.goodAnswer.find((text) => text.includes(words))
    expect(point, `${id} says ${words}`).toBeDefined()
    const value = parseFigures(words)[0]?.value ?? Number.NaN
    // What is rounded to one or two digits is up to a sixth off.
    expect(Math.abs(value / sum - 1)).toBeLessThan(0.17)
  })

  const chains = readYaml(readFileSync('db/content/numbers/chains.yaml', 'utf8'), 'chains.yaml', chainsSchema).value!
    .chains

  test.each(chains.map(workOutChain))('the chain of $id comes to what the question says', ({ id, steps }) => {
    const question = questions.find((one) => one.id === id)
    expect(question).toBeDefined()
    for (const { says, value, unit, ask } of steps) {
      if (says === null) continue
      expect(question!.goodAnswer.join('\n'), ask).toContain(says)
      const read = parseFigures(says)[0]!
      const perDay =
        says.endsWith('a day') && !/a (?:second|day)$/.test(unit) ? day : says.endsWith('a month') ? month : 1
      expect(Math.abs((read.value * perDay) / value - 1), ask).toBeLessThan(0.17)
    }
  })
})
