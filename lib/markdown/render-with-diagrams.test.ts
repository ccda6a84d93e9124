import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderText } from './render-text.ts'
import { renderWithDiagrams } from './render-with-diagrams.ts'

const drawn = (source: string) => renderWithDiagrams(`\`\`\`mermaid\n${source}\n\`\`\`\n`)

describe('a diagram written as text', () => {
  test('is drawn, with its text kept below', async () => {
    const html = await renderText('Look:\n\n```mermaid\ngraph LR\n  A[Person] -->|asks| B[(Store)]\n```\n')
    expect(html).toContain('<figure class="diagram"><svg role="img"')
    expect(html).toContain('>Person</text>')
    expect(html).toContain('<code class="language-mermaid">graph LR')
    expect(html).not.toContain('too long')
  })

  test('of 10,000 nodes stays text, in words, and keeps nobody waiting', () => {
    const nodes = Array.from({ length: 10_000 }, (_, at) => `N${at} --> N${at + 1}`)
    for (const source of [nodes.join('\n'), `graph LR\n${nodes.join(';')}`, nodes.slice(0, 300).join('\n')]) {
      const begin = process.cpuUsage()
      const html = renderWithDiagrams(`\`\`\`mermaid\n${source.slice(0, 45_000)}\n\`\`\`\n`)
      expect(html).toMatch(/so it stands here as text|^<pre>/)
      expect(html).not.toContain('<svg')
      expect(process.cpuUsage(begin).user / 1000).toBeLessThan(2000)
    }
  })

  test('that is none stays text, in words', () => {
    expect(drawn('hello there')).toContain('no diagram that can be drawn')
  })
})

describe('what an attacker draws', () => {
  const attacks = [
    'graph LR\nA["<img src=x onerror=alert(1)>"] --> B["<script>alert(1)</script>"]',
    'graph LR\nA --> B\nstyle A fill:url(https://evil.example/x),stroke:red',
    'graph LR\nA --> B\nclassDef x fill:url("javascript:alert(1)")\nclass A x',
    'graph LR\nA --> B\nclick A "javascript:alert(1)"\nclick B call alert(1)',
    'graph LR\nA["x\\" onload=\\"alert(1)"] --> B',
    'sequenceDiagram\nA->>B: <svg onload=alert(1)>',
  ]
  test.each(attacks)('runs and loads nothing: %s', (source) => {
    expectHarmless(drawn(source))
  })

  test('runs and loads nothing, however the pieces are put together', () => {
    const piece = fc.constantFrom(...attacks, '\n', 'style A ', 'fill:', 'url(', '"', "'", '<', '>', '-->', '[', ']')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => expectHarmless(drawn(pieces.join('')))),
      { numRuns: 200 },
    )
  })

  function expectHarmless(html: string) {
    const shapes = html.replaceAll(/<details>[\s\S]*?<\/details>/g, '')
    for (const [tag] of shapes.matchAll(/<[a-z][^>]*>/gi)) {
      expect(tag).not.toMatch(
        /\son\w+\s*=|javascript:|https?:(?!\/\/www\.w3\.org)|url\((?!#)|<(?:script|style|image|use|a)\b/i,
      )
    }
  }
})
