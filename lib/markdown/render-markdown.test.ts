import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxMarkdown } from './limits.ts'
import { renderMarkdown } from './render-markdown.ts'

/** Without the direction that every block has. */
const bare = (text: string) => renderMarkdown(text).replaceAll(' dir="auto"', '')

const rel = 'rel="nofollow noopener ugc"'

describe('what a person writes in a note', () => {
  it('shows a table with its columns set to their sides', () => {
    const table = bare('| store | p99 |\n|:--|--:|\n| Redis | 2 ms |')
    expect(table).toContain('<th align="left">store</th>')
    expect(table).toContain('<td align="right">2 ms</td>')
  })

  it('shows tasks as boxes that say whether they are done', () => {
    const list = bare('- [x] read\n- [ ] card\n- [y] words')
    expect(list).toContain('<ul class="contains-task-list">')
    expect(list).toMatch(/<input [^>]*checked[^>]*aria-label="done" \/> read/)
    expect(list).toMatch(/<input [^>]*aria-label="to do" \/> card/)
    expect(list).toContain('<li>[y] words</li>')
  })

  it('keeps code as it was typed', () => {
    expect(bare('```sql\nselect 1 < 2\n```')).toBe('<pre><code class="language-sql">select 1 &lt; 2\n</code></pre>\n')
  })

  it('begins its headings below those of the page', () => {
    expect(bare('# a\n\n###### b')).toBe('<h3>a</h3>\n<h6>b</h6>\n')
  })

  it('breaks lines where the person did', () => {
    expect(bare('one\ntwo')).toBe('<p>one<br />\ntwo</p>\n')
  })

  it('makes bare addresses links, and leaves the names of products alone', () => {
    expect(bare('see https://example.org/a?b=1')).toContain(`<a href="https://example.org/a?b=1" ${rel}>`)
    expect(bare('node.js, redis.io and me@example.org')).not.toContain('<a')
  })

  it('links a picture instead of showing it', () => {
    const picture = bare('![the ring](https://example.org/ring.png)')
    expect(picture).toBe(`<p><a href="https://example.org/ring.png" ${rel}>the ring</a></p>\n`)
  })

  it('ends where the longest note ends', () => {
    expect(bare('a'.repeat(maxMarkdown + 10))).toHaveLength(maxMarkdown + '<p></p>\n'.length)
  })
})

describe('what an attacker writes in a note', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](java\tscript:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](vbscript:x)',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '![a](data:image/svg+xml,<svg/onload=alert(1)>)',
    '![a](javascript:alert(1))',
    '[a](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '[a](http://x" onclick="alert(1))',
    '[a](http://x "t" onclick=alert(1))',
    '[a](<http://x onmouseover=alert(1)>)',
    '```"><script>alert(1)</script>\nx\n```',
    '| a |\n|---|\n| <svg onload=alert(1)> |',
    '- [x] <input onfocus=alert(1) autofocus>',
    '[a]: javascript:alert(1)\n\n[a]',
    '<style>*{display:none}</style>',
    '<a href="javascript:alert(1)">x</a>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ]
  it.each(attacks)('does nothing: %s', (attack) => {
    expectHarmless(bare(attack))
  })

  it('cannot send a reader to another site without naming its protocol', () => {
    expect(bare('[a](//evil.example)')).not.toContain('href')
  })

  it('never gets past the list of what is allowed, however the pieces are put together', () => {
    const piece = fc.constantFrom(...attacks, '[', '](', ')', '<', '>', '"', "'", '`', '\n', '|', '!', '*', '\\', '\0')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectHarmless(bare(pieces.join('')))),
      { numRuns: 2000 },
    )
  })

  const fill = (pattern: string) => pattern.repeat(Math.ceil(20_000 / pattern.length)).slice(0, 20_000)
  const slow = ['[', '![', '*a_ ', '**a *b ', '> ', '- ', '* - + ', '- [ ] a\n', '|a', '&amp', '<a href=', 'http://']
  slow.push('mailto:', '[a](', '~~a', '`a``b', '# a\n', 'a\n-\n', '[a]: b "', '\\', '<!--', '![a](b)', '[a](<', '(')
  it.each(slow)('renders 20 kB of %j within a second', (pattern) => {
    const begin = process.cpuUsage()
    bare(fill(pattern))
    bare(`${fill(pattern)}\n${'|-'.repeat(500)}\n`)
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(2000)
  })

  it('nests lists and quotes no deeper than a page can hold', () => {
    const lists = bare(Array.from({ length: 190 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n'))
    const quotes = bare('>'.repeat(20_000))
    for (const html of [lists, quotes]) expect(html.match(/<(ul|blockquote)/g)?.length ?? 0).toBeLessThan(30)
  })
})

function expectHarmless(html: string): void {
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)]
  for (const [, name = '', attributes = ''] of tags) {
    expect(
      'a blockquote br code del em h3 h4 h5 h6 hr input li ol p pre s strong table tbody td th thead tr ul',
    ).toContain(name)
    expect(attributes.replaceAll(/"[^"]*"/g, '')).not.toMatch(/\bon\w+|style|src/i)
    const href = /href="([^"]*)"/.exec(attributes)?.[1]
    if (href !== undefined) {
      expect(href).toMatch(/^(https?:|mailto:|[^:]*$)/i)
      expect(attributes).toContain(rel)
    }
  }
  expect(html.replaceAll(/<\/?[a-z0-9]+(\s+[a-z-]+(="[^"]*")?)*\s*\/?>/g, '')).not.toContain('<')
}

describe('everything written is shown', () => {
  it('however deep the bullets are', () => {
    for (const levels of [10, 14, 40]) {
      const text = Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- level ${level}.`).join('\n')
      const html = renderMarkdown(text)
      for (let level = 0; level < levels; level++) expect(html).toContain(`level ${level}.`)
      expect(html).toContain('<li>')
    }
    for (const mark of ['> ', '- '])
      expect(renderMarkdown(`${mark.repeat(600)}the last word`)).toContain('the last word')
  })

  it('with its footnotes, which lead there and back within the page, each text to its own', () => {
    const html = renderMarkdown('a[^1]\n\n[^1]: the note')
    expect(html).toContain('the note')
    const [, target = ''] = /href="#(fn[^"]+)"/.exec(html) ?? []
    expect(html).toContain(`id="${target}"`)
    const [, back = ''] = /href="#(fnref[^"]+)"/.exec(html) ?? []
    expect(html).toContain(`id="${back}"`)
    expect(renderMarkdown('b[^1]\n\n[^1]: other')).not.toContain(`id="${target}"`)
    expect(renderMarkdown('a[^missing]')).toContain('[^missing]')
  })

  it('in the direction of its own words', () => {
    expect(renderMarkdown('# שלום\n\nسلام\n\n- א\n')).toBe(
      '<h3 dir="auto">שלום</h3>\n<p dir="auto">سلام</p>\n<ul dir="auto">\n<li>א</li>\n</ul>\n',
    )
  })
})
