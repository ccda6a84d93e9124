import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EditionTopic, listEditionListings } from './edition.ts'
import { parseAwesomeList, parseAwesomeListInTurns } from './parse-awesome-list.ts'

const lines = (...all: string[]) => all.join('\n')
const paths = (markdown: string) =>
  listEditionListings(parseAwesomeList(markdown)).map((l) => [l.section, ...l.topic, l.title].join(' > '))
const only = (bullet: string) => listEditionListings(parseAwesomeList(`## A\n${bullet}\n`))

describe('the form of the upstream list', () => {
  const markdown = lines(
    '[![Logo](/logo.png)](http://awesome-scalability.com/)',
    '',
    '#### If your system goes slow :ocean:',
    '> Review some [design principles](#principle).',
    '',
    '## Content',
    '- [Principle](#principle)',
    '- [Scalability](#scalability)',
    '',
    '## Principle',
    '* [Lessons from Giant-Scale Services - Eric Brewer](https://x.org/giant.pdf) (36 mins) (year: 2001)',
    '* [Data Access](https://x.org/dn271399(v=pandp.10))\t',
    '',
    '## Scalability',
    '* [Caching](https://x.org/caching)',
    '\t* [EVCache at Netflix](https://x.org/evcache)\t',
    '    * [Events](https://x.org/events)',
    '        * [Events at eBay](https://x.org/ebay)',
    '\t\t* [Events at Jet](https://x.org/jet)',
    '\t* [Kafka - Message Broker](https://x.org/kafka)',
    '\t\t* [Kafka at Yelp](https://x.org/yelp)',
    '\t\t\t* [Deeper at Yelp](https://x.org/deeper)',
    '',
    '## Talk',
    '',
    '## Book',
    '* [A Book](https://x.org/book)',
  )

  test('a heading is a section, a bullet over bullets a topic, and its link the introduction', () => {
    expect(paths(markdown)).toEqual([
      'Principle > Lessons from Giant-Scale Services - Eric Brewer',
      'Principle > Data Access',
      'Scalability > Caching > Caching',
      'Scalability > Caching > EVCache at Netflix',
      'Scalability > Caching > Events > Events',
      'Scalability > Caching > Events > Events at eBay',
      'Scalability > Caching > Events > Events at Jet',
      'Scalability > Caching > Kafka - Message Broker > Kafka - Message Broker',
      'Scalability > Caching > Kafka - Message Broker > Kafka at Yelp > Kafka at Yelp',
      'Scalability > Caching > Kafka - Message Broker > Kafka at Yelp > Deeper at Yelp',
      'Book > A Book',
    ])
    const listings = listEditionListings(parseAwesomeList(markdown))
    expect(listings.filter((l) => l.introduction).map((l) => l.title)).toEqual([
      'Caching',
      'Events',
      'Kafka - Message Broker',
      'Kafka at Yelp',
    ])
    expect(listings[0]).toMatchObject({ remark: '(36 mins) (year: 2001)', position: 0, line: 11 })
    expect(listings[1]?.url).toBe('https://x.org/dn271399(v=pandp.10)')
  })

  test('the table of contents is no section, and a heading without items is an empty one', () => {
    const { sections, warnings } = parseAwesomeList(markdown)
    expect(sections.map((s) => s.title)).toEqual(['Principle', 'Scalability', 'Talk', 'Book'])
    expect(sections[2]).toEqual({ title: 'Talk', listings: [], topics: [] })
    expect(warnings).toEqual([])
  })

  test('Windows line ends and a byte order mark change nothing', () => {
    expect(parseAwesomeList('\uFEFF' + markdown.replaceAll('\n', '\r\n'))).toEqual(parseAwesomeList(markdown))
  })
})

describe('other lists in that form', () => {
  test('headings below the sections are topics, with words before the link left to the remark behind it', () => {
    const markdown = lines(
      '# Awesome Go [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)',
      '## Contents',
      '- [Command Line](#command-line)',
      '  - [Consoles](#consoles)',
      '## Command Line',
      '### Advanced Console UIs',
      '_Libraries for consoles._',
      '- [aurora](https://x.org/aurora) - Colours, and [more](https://x.org/more).',
      '#### Tables',
      '- [table](https://x.org/table)',
      '### Nothing here',
      '### Flags',
      '- [ ] [flag](https://x.org/flag)',
      '**[⬆ back to top](#contents)**',
      '## Licence',
      'CC0',
    )
    expect(paths(markdown)).toEqual([
      'Command Line > Advanced Console UIs > aurora',
      'Command Line > Advanced Console UIs > Tables > table',
      'Command Line > Flags > flag',
    ])
    expect(listEditionListings(parseAwesomeList(markdown))[0]?.remark).toBe('Colours, and more.')
  })

  test('a list whose sections are "####" or "#" headings is read by those', () => {
    expect(paths('# The list\n\n#### Caching\n* [a](https://x.org/a)\n#### Queues\n* [b](https://x.org/b)')).toEqual([
      'The list > Caching > a',
      'The list > Queues > b',
    ])
    expect(paths('#### Caching\n* [a](https://x.org/a)\n#### Queues\n* [b](https://x.org/b)')).toEqual([
      'Caching > a',
      'Queues > b',
    ])
  })

  test('a topic without a link of its own has no introduction', () => {
    const [listing] = only('* Caching\n    * [a](https://x.org/a)')
    expect(listing).toMatchObject({ topic: ['Caching'], title: 'a', introduction: false })
  })

  test('reference links, ordered lists and bold links are links', () => {
    const markdown =
      '## A\n1. [One][one]\n2. **[Two](https://x.org/2)**\n3. [three]\n\n[one]: https://x.org/1\n[three]: https://x.org/3'
    expect(listEditionListings(parseAwesomeList(markdown)).map((l) => [l.title, l.url])).toEqual([
      ['One', 'https://x.org/1'],
      ['Two', 'https://x.org/2'],
      ['three', 'https://x.org/3'],
    ])
  })

  test('code that shows bullets is not read', () => {
    expect(paths('## A\n```\n* [no](https://x.org/no)\n```\n* [yes](https://x.org/yes)')).toEqual(['A > yes'])
  })
})

describe('a list that is no list of bullets', () => {
  test('is read under "#", before any heading and with none at all', () => {
    const markdown = '# X\n\n## One\n\n- [A](https://a.example/1)\n\n# Other\n\n- [B](https://b.example/2)'
    expect(paths(markdown)).toEqual(['One > A', 'Other > B'])
    expect(paths('- [A](https://a.example/1)\n\n## Two\n- [B](https://b.example/2)')).toEqual([
      'Readings > A',
      'Two > B',
    ])
    expect(paths('[A](https://a.example/1)\n[B](https://b.example/2) - more')).toEqual(['Readings > A', 'Readings > B'])
  })

  test('is read from the rows of a table, each with its line', () => {
    const table = lines(
      '## APIs',
      '| API | Description | Auth |',
      '|---|---|---|',
      '| [Cat](https://x.org/cat) | Cats, see [docs](https://x.org/docs) | No |',
      '| Dog | Dogs | [link](https://x.org/dog) |',
      '| Bird | Birds | none |',
    )
    const listings = listEditionListings(parseAwesomeList(table))
    expect(listings.map(({ title, url, line }) => [title, url, line])).toEqual([
      ['Cat', 'https://x.org/cat', 4],
      ['Dog', 'https://x.org/dog', 5],
    ])
  })

  test('is read whole from a table of thousands of rows', () => {
    const rows = Array.from({ length: 1716 }, (_, n) => `| [Row ${n}](https://x.org/${n}) | words |`)
    const listings = listEditionListings(parseAwesomeList(lines('# APIs', '| A | B |', '|:--|--:|', ...rows)))
    expect(listings).toHaveLength(1716)
    expect(listings.at(-1)).toMatchObject({ title: 'Row 1715', line: 1719, section: 'APIs' })
  })

  test('is read from HTML lists and from anchors in bullets', () => {
    const html = lines(
      '## HTML',
      '<ul>',
      '<li><a href="https://x.org/1">One &amp; <b>only</b></a> and <a href="https://x.org/more">more</a></li>',
      "<li><a class=x href='https://x.org/2'>Two</a></li>",
      '</ul>',
      '',
      '- <a href="https://x.org/3">Three</a> - words',
    )
    expect(listEditionListings(parseAwesomeList(html)).map((l) => [l.title, l.url, l.line])).toEqual([
      ['One & only', 'https://x.org/1', 3],
      ['Two', 'https://x.org/2', 4],
      ['Three', 'https://x.org/3', 7],
    ])
  })

  test('has links in its headings and quotes, and those in running text are told by number', () => {
    const markdown = lines(
      '# List',
      'Made by [Ana](https://x.org/ana) with [care](https://x.org/care).',
      '## [React](https://x.org/react)',
      '### [Hooks](https://x.org/hooks)',
      '- [one](https://x.org/1)',
      '> - [two](https://x.org/2)',
    )
    expect(paths(markdown)).toEqual([
      'React > React',
      'React > Hooks > Hooks',
      'React > Hooks > one',
      'React > Hooks > two',
    ])
    expect(parseAwesomeList(markdown).warnings).toEqual([
      { line: 2, message: '2 links in the running text of "List" left out' },
    ])
  })

  test('keeps the joiners that spell a word, and drops those that do not', () => {
    expect(only('* [می\u200cخواهم \u200bx👩\u200d💻](https://x.org/a)')[0]?.title).toBe('می\u200cخواهم x👩\u200d💻')
  })
})

describe('awkward bullets', () => {
  test.each([
    ['* [Scale [up] (and out)](https://x.org/a_(b))', 'Scale [up] (and out)', 'https://x.org/a_(b)'],
    ['* [Scale [up](https://x.org/a)', 'Scale up', 'https://x.org/a'],
    ['* [Scale] up](https://x.org/a_(b))', 'Scale] up', 'https://x.org/a_(b)'],
    ['* [Scale](https://x.org/a b/c) (2 mins)', 'Scale', 'https://x.org/a%20b/c'],
    ['* [Scale](https://x.org/a(b)', 'Scale', 'https://x.org/a(b'],
    ['* [`code` &amp; \\[more\\]](<https://x.org/a b>)', 'code & [more]', 'https://x.org/a%20b'],
    ['* [Scale\n  up](https://x.org/a "tip")', 'Scale up', 'https://x.org/a'],
    ['* [![badge](https://x.org/b.svg)](https://x.org/ci) [Scale](https://x.org/a)', 'Scale', 'https://x.org/a'],
    ['* Scaling Slack: [part 2](https://x.org/a)', 'Scaling Slack: part 2', 'https://x.org/a'],
    ['* Scale up: https://x.org/a', 'Scale up', 'https://x.org/a'],
    ['* https://x.org/a', 'x.org/a', 'https://x.org/a'],
  ])('%s', (bullet, title, url) => {
    expect(only(bullet)).toMatchObject([{ title, url }])
  })

  test('a level of nesting that was left out does not lose the bullets below it', () => {
    const left = '## A\n* [One](https://x.org/1)\n\t\t* [Two](https://x.org/2)\n\t\t* [Three](https://x.org/3)\n'
    expect(paths(left)).toEqual(['A > One > One', 'A > One > Two', 'A > One > Three'])
    const spaced = '## A\n* [One](https://x.org/1)\n\n\t\t* [Two](https://x.org/2)\n\t\t\t* [Three](https://x.org/3)\n'
    expect(paths(spaced)).toEqual(['A > One > One', 'A > One > Two > Two', 'A > One > Two > Three'])
    expect(paths('## A\n\n\t* [One](https://x.org/1)')).toEqual(['A > One'])
  })

  test('nesting beyond three topics is listed in the third, with a warning', () => {
    const deep = [0, 1, 2, 3, 4].map((n) => `${'\t'.repeat(n)}* [t${n}](https://x.org/${n})`).join('\n')
    expect(paths(`## A\n${deep}`)).toEqual([
      'A > t0 > t0',
      'A > t0 > t1 > t1',
      'A > t0 > t1 > t2 > t2',
      'A > t0 > t1 > t2 > t3',
      'A > t0 > t1 > t2 > t4',
    ])
    expect(parseAwesomeList(`## A\n${deep}`).warnings).toMatchObject([{ line: 5 }])
  })

  test('an address that cannot be used is told, a link within the repository is passed over', () => {
    const { warnings } = parseAwesomeList(
      '## A\n* [mail](mailto:a@x.org)\n* [file](CONTRIBUTING.md)\n* [a](https://x.org)',
    )
    expect(warnings).toEqual([{ line: 2, message: '"mail" leads to no address that can be used' }])
  })
})

describe('any text', () => {
  test('what was written comes back, whatever the marker, indent and line end', () => {
    const title = fc.stringMatching(/^[A-Z][a-z]{0,8}( [a-z]{1,8}){0,3}$/)
    type Tree = { title: string; leaves: string[]; topics: Tree[] }
    const tree = (depth: number): fc.Arbitrary<Tree> =>
      fc.record({
        title,
        leaves: fc.array(title, { maxLength: 3 }),
        topics:
          depth > 0 ? fc.uniqueArray(tree(depth - 1), { maxLength: 2, selector: (t) => t.title }) : fc.constant([]),
      })
    const style = fc.record({
      marker: fc.constantFrom('*', '-', '+'),
      indent: fc.constantFrom('\t', '    ', '  '),
      end: fc.constantFrom('\n', '\r\n'),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(tree(3), { minLength: 1, maxLength: 3, selector: (t) => t.title }),
        style,
        (sections, style) => {
          let n = 0
          const expected: string[] = []
          const written: string[] = []
          const bullet = (title: string, depth: number, path: string[]) => {
            written.push(`${style.indent.repeat(depth)}${style.marker} [${title}](https://x.org/${++n})`)
            expected.push(`${[...path, title].join('/')} ${n}`)
          }
          const write = (node: Tree, depth: number, path: string[]) => {
            for (const leaf of node.leaves) bullet(leaf, depth, path)
            for (const topic of node.topics) {
              const isTopic = topic.leaves.length + topic.topics.length > 0
              bullet(topic.title, depth, isTopic ? [...path, topic.title] : path)
              write(topic, depth + 1, [...path, topic.title])
            }
          }
          for (const section of sections) {
            written.push(`## ${section.title}`)
            write(section, 0, [section.title])
          }
          const got = listEditionListings(parseAwesomeList(written.join(style.end)))
          expect(got.map((l) => `${[l.section, ...l.topic, l.title].join('/')} ${l.url.split('/').at(-1)}`)).toEqual(
            expected,
          )
        },
      ),
      { numRuns: 200 },
    )
  })

  test('no text makes it throw, and every listing has a title and an outside address', () => {
    const soup = fc.array(
      fc.constantFrom(
        '## A',
        '* ',
        '\t',
        '    ',
        '\n',
        '\r\n',
        '[',
        ']',
        '(',
        ')',
        'https://x.org/a',
        'word',
        '<',
        '`',
        '\0',
        '🜁',
        '~~~',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          soup.map((s) => s.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const edition = parseAwesomeList(`## A\n${text}`)
          const count = (node: EditionTopic): number =>
            node.listings.length + node.topics.reduce((n, t) => n + count(t), 0)
          const listings = listEditionListings(edition)
          expect(listings.length).toBe(edition.sections.reduce((n, s) => n + count(s), 0))
          for (const listing of listings) {
            expect(listing.title).not.toBe('')
            expect(listing.url).toMatch(/^https?:\/\/\S+$/i)
            expect(listing.topic.length).toBeLessThanOrEqual(3)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a line of thousands of markers is passed over', () => {
    expect(paths(`## A\n${'* '.repeat(5000)}[a](https://x.org/a)\n\n* [b](https://x.org/b)`)).toEqual(['A > b'])
  })

  test('in turns is read the same', async () => {
    const bullets = Array.from({ length: 300 }, (_, i) => `* [Reading ${i}](https://x.org/${i})`)
    const markdown = `## A\n${bullets.join('\n')}`
    expect(await parseAwesomeListInTurns(markdown)).toEqual(parseAwesomeList(markdown))
  })

  test('20,000 items are read whole', { timeout: 120_000 }, () => {
    const bullets = Array.from({ length: 20_000 }, (_, i) =>
      i % 50 ? `\t* [Reading ${i} at Company](https://x.org/${i})` : `* [Topic ${i}](https://x.org/${i})`,
    )
    const listings = listEditionListings(parseAwesomeList(`## A\n${bullets.join('\n')}`))
    expect(listings.length).toBe(20_000)
    expect(listings.at(-1)).toMatchObject({
      topic: ['Topic 19950'],
      title: 'Reading 19999 at Company',
      position: 19_999,
    })
  })
})
