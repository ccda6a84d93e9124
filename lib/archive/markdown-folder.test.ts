import { unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fileName, uniqueNames } from './file-names.ts'
import { markdownFolder, zipPieces } from './markdown-folder.ts'
import { studyEntry as entry } from './study-entry.testing.ts'

describe('a folder for Obsidian', () => {
  it('has a file a reading with front matter, note and card, and an index that links to it', () => {
    const folder = markdownFolder([entry({ note: 'Words', choice: 'Leases' })])
    expect(Object.keys(folder)).toEqual(['Scalability/Caching at Netflix.md', 'Loadpath.md'])
    const file = folder['Scalability/Caching at Netflix.md'] ?? ''
    const [, front = '', body = ''] = /^---\n(.*?)---\n(.*)$/s.exec(file) ?? []
    expect(parse(front)).toMatchObject({ title: 'Caching', status: 'done', rating: 4, tags: ['loadpath'] })
    expect(body).toBe('\nWords\n\n## Case card\n\n### Choice\n\nLeases\n')
    expect(folder['Loadpath.md']).toContain('- [x] [[Scalability/Caching at Netflix|Caching at Netflix]]')
  })

  it('keeps two readings of one title apart', () => {
    const folder = markdownFolder([entry(), entry({ readingId: 'other', title: 'CACHING' })])
    expect(Object.keys(folder)).toContain('Scalability/CACHING at Netflix 2.md')
  })

  it('front matter says what was written, whatever was written', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ':', '#', '-', '\n', '"', "'", '{', '[', '|', ' ', '!', '&', '*', '%'),
    })
    fc.assert(
      fc.property(text, text, (title, organisation) => {
        const [path = ''] = Object.keys(markdownFolder([entry({ title, organisation })]))
        const file = markdownFolder([entry({ title, organisation })])[path] ?? ''
        const front = file.slice(4, file.indexOf('\n---\n') + 1)
        expect(parse(front)).toMatchObject({ ...(title && { title }), ...(organisation && { organisation }) })
      }),
    )
  })

  it('is a ZIP file that holds it all', () => {
    const files = unzipSync(Buffer.concat([...zipPieces(markdownFolder([entry()]))]))
    expect(Object.keys(files)).toEqual(['Loadpath/Scalability/Caching at Netflix.md', 'Loadpath/Loadpath.md'])
  })
})

describe('the name of a file', () => {
  it('fits into 255 bytes with its ending, in any script', () => {
    for (const title of ['가'.repeat(92), '👩‍💻'.repeat(40), 'é'.repeat(90)]) {
      const name = `${fileName(title)}.md`
      expect(Buffer.byteLength(name)).toBeLessThan(255)
      expect(name.isWellFormed()).toBe(true)
      expect(name).not.toContain('\uFFFD')
    }
  })

  it.each([
    ['A/B: "C"?', 'A B C'],
    ['../../etc/passwd', 'etc passwd'],
    ['CON', 'CON_'],
    ['...', 'Untitled_'],
    ['', 'Untitled_'],
    ['a\u0000b\u202Ec', 'a b c'],
    ['trailing. ', 'trailing'],
    ['[[link]] #tag ^block', 'link tag block'],
  ])('%j becomes %j', (title, name) => {
    expect(fileName(title)).toBe(name)
  })

  it('is fit for every system, whatever the title, and none is there twice', () => {
    const unique = uniqueNames()
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 4, maxLength: 200 }), (title) => {
        const name = unique(fileName(title))
        expect(name).not.toMatch(/[\\/:*?"<>|#^[\]\p{Cc}]|^\.|^\s|[.\s]$|^$/u)
        expect(name.length).toBeLessThan(100)
        expect(seen.has(name.toLowerCase())).toBe(false)
        seen.add(name.toLowerCase())
      }),
      { numRuns: 200 },
    )
  })
})
