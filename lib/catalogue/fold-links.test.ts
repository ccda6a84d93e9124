import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { foldLinks } from './fold-links.ts'
import { toMarkdownTree } from './markdown-tree.ts'

/** What a tree says, without where it stands; words side by side are one. */
function said(node: Nodes): unknown {
  const { position: _, ...rest } = node
  if (!('children' in rest)) return rest
  const children: unknown[] = []
  let words = ''
  const flush = () => {
    if (words) children.push(words)
    words = ''
  }
  for (const child of rest.children) {
    if (child.type === 'text') words += child.value
    else {
      flush()
      children.push(said(child))
    }
  }
  flush()
  return { ...rest, children }
}

const whole = (markdown: string) =>
  said(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))

test('a bullet that begins with a plain link is folded, and any other is not', () => {
  const folded = (line: string) => foldLinks(line).links.length === 1
  for (const plain of [
    '* [a](http://x)',
    '\t- [Kafka: a log (2 parts)](https://x.org/a?b=c&d#e) - why',
    '1. [a](http://x)',
  ])
    expect(folded(plain)).toBe(true)
  for (const other of [
    'see [a](http://x)',
    '* ![a](http://x)',
    '* [a [b]](http://x)',
    '* [a](http://x(y))',
    '* [a](http://x)_b_',
    '* [`a](http://x)`',
    '* [www.x.org](http://x)',
    '* [a](http://x "b")',
    '* \uE000 [a](http://x)',
    '* [a](/b)',
  ])
    expect(folded(other)).toBe(false)
})

test('whatever the text, the tree is the one of the text as written', () => {
  const links = [
    '[a](http://x)',
    '[Kafka at *Uber*](http://x)',
    '[b: c](https://x.org/a_b_c)',
    '[[d](http://y)',
    '[e]: http://z',
  ]
  const line = fc
    .tuple(
      fc.constantFrom('', '\t', '  ', '    ', '\t\t', '> '),
      fc.constantFrom('* ', '- ', '1. ', '# ', '', '* * ', '| '),
      fc.constantFrom(...links, 'words', '```', '<!--', '-->', '`', '[', '](http://q)', '---|---', '*', '_'),
      fc.constantFrom('', ' - b', ' _c_', ' `', ' [e]', ' | f', ' <b>', ' www.x.org', ' ]', '*'),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const markdown = lines.join('\n')
      expect(said(toMarkdownTree(markdown))).toEqual(whole(markdown))
    }),
    { numRuns: 2000 },
  )
})
