import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KnownReading, matchChecklist, readChecklist } from './checklist.ts'

const readings: KnownReading[] = [
  {
    id: 'ring',
    urls: ['https://example.org/ring', 'http://old.example.org/ring-1/'],
    titles: ['The Ring', 'The Ring (2 parts) at Uber'],
  },
  { id: 'wiki', urls: ['https://en.wikipedia.org/wiki/Cache_(computing)'], titles: ['Cache'] },
  { id: 'stack-a', urls: ['https://a.example.org/stack'], titles: ['Tech Stack', 'Tech Stack at Medium'] },
  { id: 'stack-b', urls: ['https://b.example.org/stack'], titles: ['Tech Stack', 'Tech Stack at Shopify'] },
]
const match = (markdown: string) => matchChecklist(readChecklist(markdown), readings)

describe('a ticked copy of the reading list', () => {
  it('is matched by address, whatever the spelling and age of the address', () => {
    expect(match('- [x] [Whatever](http://www.example.org/ring/?utm_source=x)').ticked).toEqual(['ring'])
    expect(match('* [X] [Whatever](https://old.example.org/ring-1)').ticked).toEqual(['ring'])
    expect(match('  1. [x] [Cache](https://en.wikipedia.org/wiki/Cache_(computing)) rest').ticked).toEqual(['wiki'])
  })

  it('is matched by title where the address is not known', () => {
    expect(match('- [x] [The ring (2 parts) at Uber](https://new.example.org)').ticked).toEqual(['ring'])
    expect(match('- [x] [The Ring](https://new.example.org) (2 parts) at Uber').ticked).toEqual(['ring'])
    expect(match('- [x] the ring').ticked).toEqual(['ring'])
  })

  it('does not guess between two readings of one title', () => {
    const found = match(
      '- [x] [Tech Stack](https://new.example.org)\n- [x] [Tech Stack](https://c.example.org) at Shopify',
    )
    expect(found.ticked).toEqual(['stack-b'])
    expect(found.unknown).toMatchObject([{ line: 1, title: 'Tech Stack', url: 'https://new.example.org' }])
  })

  it('is not read in code and comments', () => {
    const ring = '- [x] [The Ring](https://example.org/ring)'
    expect(match(`\`\`\`\n${ring}\n\`\`\`\n<!--\n${ring}\n-->`)).toEqual({ ticked: [], unknown: [], lines: 0 })
    expect(match(`\`\`\`\n${ring}`).ticked).toEqual(['ring'])
  })

  it('takes what is ticked alone, each once', () => {
    const found = match(
      '# List\n- [ ] [Cache](https://en.wikipedia.org/wiki/Cache_(computing))\n- [The Ring](https://example.org/ring)\n' +
        '- [x] [The Ring](https://example.org/ring)\r\n\t- [x] [The **Ring**](https://example.org/ring)\n[x] no bullet',
    )
    expect(found).toEqual({ ticked: ['ring'], unknown: [], lines: 3 })
  })

  it('reads anything, and a hostile file quickly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('- [x] ', '[', ']', '(', ')', '\\', 'a', '\n', '<', ' ') }),
        (text) => {
          for (const { title, linkText } of readChecklist(text)) expect(title).toContain(linkText.trim())
        },
      ),
    )
    const begin = performance.now()
    readChecklist(`- [x] ${'['.repeat(500_000)}`)
    readChecklist(`${'- [x] [a]'.repeat(400)}\n`.repeat(1000))
    expect(performance.now() - begin).toBeLessThan(2000)
  })
})
