import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, type Command, continueLine, type Edit, formatText, type Selected } from './format-text.ts'

/** `[` and `]` of the picture are the ends of the selection, `|` is a caret. */
function picture(drawn: string): Selected {
  if (drawn.includes('|')) {
    const at = drawn.indexOf('|')
    return { text: drawn.replace('|', ''), start: at, end: at }
  }
  const start = drawn.indexOf('«')
  return { text: drawn.replace('«', '').replace('»', ''), start, end: drawn.indexOf('»') - 1 }
}
function draw(text: string, { start, end }: { start: number; end: number }): string {
  if (start === end) return `${text.slice(0, start)}|${text.slice(start)}`
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`
}
const after = ({ text }: Selected, edit: Edit) => draw(applyEdit(text, edit), edit)

describe('a key of the editor', () => {
  it.each<[Command, string, string]>([
    ['bold', 'a «word» b', 'a **«word»** b'],
    ['bold', 'a **«word»** b', 'a «word» b'],
    ['bold', 'a «**word**» b', 'a «word» b'],
    ['bold', 'a | b', 'a **|** b'],
    ['bold', 'a **|** b', 'a | b'],
    ['italic', '«word»', '_«word»_'],
    ['code', '«x»', '`«x»`'],
    ['link', 'see «this»', 'see [this](«https://»)'],
    ['link', 'see «https://example.org/a»', 'see [|](https://example.org/a)'],
    ['link', '«[this](https://example.org)»', '«this»'],
    ['list', 'one|', '- one|'],
    ['list', '- one|', 'one|'],
    ['list', '«one\ntwo»', '«- one\n- two»'],
    ['list', '«- one\n- two»', '«one\ntwo»'],
    ['list', '«- one\ntwo»', '«- one\n- two»'],
    ['list', 'a\n  «b»', 'a\n«  - b»'],
    ['numbers', '«one\ntwo»\nthree', '«1. one\n2. two»\nthree'],
    ['tasks', '«- one\n- two»', '«- [ ] one\n- [ ] two»'],
    ['tasks', '- [x] one|', 'one|'],
    ['quote', '|', '> |'],
    ['heading', 'a\nb|\nc', 'a\n## b|\nc'],
  ])('%s makes %j into %j', (command, drawn, expected) => {
    const selected = picture(drawn)
    expect(after(selected, formatText(selected, command))).toBe(expected)
  })

  it('bold, italic and code used twice leave the text and the selection as they were', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '*', '_', '`', 'é', '😀') })
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.constantFrom<Command>('bold', 'italic', 'code'),
        (text, a, b, command) => {
          const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y)
          const edit = formatText({ text, start, end }, command)
          const changed = applyEdit(text, edit)
          // Taking a mark off and putting it on again selects inside the mark.
          if (changed.length < text.length) return
          const back = formatText({ text: changed, start: edit.start, end: edit.end }, command)
          expect(draw(applyEdit(changed, back), back)).toBe(draw(text, { start, end }))
        },
      ),
    )
  })

  it('never loses a word of the text, whatever is selected', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'bc', ' ', '\n', '- ', '> ', '1. ', '# ', '[x]') })
    const commands: Command[] = ['bold', 'italic', 'code', 'link', 'list', 'numbers', 'tasks', 'quote', 'heading']
    const letters = (value: string) => value.replaceAll('https', '').replaceAll(/[^abc]/g, '')
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.constantFrom(...commands), (text, a, b, command) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y)
        const edit = formatText({ text, start, end }, command)
        const changed = applyEdit(text, edit)
        expect(letters(changed)).toBe(letters(text))
        expect(edit.start).toBeGreaterThanOrEqual(0)
        expect(edit.end).toBeGreaterThanOrEqual(edit.start)
        expect(edit.end).toBeLessThanOrEqual(changed.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('Enter', () => {
  it.each([
    ['- one|', '- one\n- |'],
    ['  * one|', '  * one\n  * |'],
    ['9. one|', '9. one\n10. |'],
    ['- [x] one|', '- [x] one\n- [ ] |'],
    ['> one|', '> one\n> |'],
    ['- one\n- |', '- one\n|'],
    ['- on|e', '- on\n- |e'],
  ])('goes on with a list, and ends it at an empty item: %j', (drawn, expected) => {
    const selected = picture(drawn)
    const edit = continueLine(selected)
    expect(edit && after(selected, edit)).toBe(expected)
  })

  it.each(['one|', '## one|', '|- one', ' |'])('is only Enter in %j', (drawn) => {
    expect(continueLine(picture(drawn))).toBeNull()
  })
})
