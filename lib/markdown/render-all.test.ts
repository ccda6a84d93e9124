import { expect, test } from 'vitest'
import { renderAll } from './render-all.ts'
import { renderMarkdown } from './render-markdown.ts'

test('others are answered while many long notes are rendered, and each note is what it is alone', async () => {
  const note = '- a **word** and `code`\n'.repeat(2000)
  const notes = [...Array.from({ length: 8 }, () => note), 'last']
  let turns = 0
  let isOver = false
  const others = () => {
    turns += 1
    if (!isOver) setImmediate(others)
  }
  setImmediate(others)
  const rendered = await renderAll(notes)
  isOver = true
  expect(turns).toBeGreaterThan(3)
  expect(rendered).toEqual(notes.map(renderMarkdown))
})
