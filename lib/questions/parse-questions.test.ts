import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseQuestions } from './parse-questions.ts'

const folder = new URL('../../db/content/questions/', import.meta.url)
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const catalogue = new URL('../../db/content/catalogue/', import.meta.url)

/** The errors of the shipped files with one text in the chat question replaced. */
function errorsWith(from: string, to: string): string[] {
  const changed = files.map((file) =>
    file.name === 'chat.yaml' ? { ...file, text: file.text.replace(from, to) } : file,
  )
  expect(changed).not.toEqual(files)
  return (parseQuestions(changed).errors ?? []).map(({ file, line, reason }) => `${file}:${line}: ${reason}`)
}

describe('the shipped questions', () => {
  const { set } = parseQuestions(files)

  test('are thirty, in order, over thirty building blocks', () => {
    expect(set?.questions.map(({ position }) => position)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(set?.blocks).toHaveLength(30)
  })

  test('name only readings that the catalogue holds', () => {
    const known = new Set<string>()
    for (const name of readdirSync(catalogue).filter((each) => each.endsWith('.yaml')))
      for (const match of readFileSync(new URL(name, catalogue), 'utf8').matchAll(/^\s*-?\s*id: (\S+)$/gm))
        known.add(match[1] ?? '')
    const named = new Set([
      ...(set?.questions.flatMap(({ readings }) => readings.map(({ id }) => id)) ?? []),
      ...(set?.blocks.flatMap(({ readings }) => readings) ?? []),
    ])
    expect([...named].filter((id) => !known.has(id))).toEqual([])
    expect(new Set(set?.questions.flatMap(({ readings }) => readings.map(({ id }) => id))).size).toBeGreaterThanOrEqual(
      160,
    )
  })

  test('use every building block', () => {
    const used = new Set(set?.questions.flatMap(({ blocks }) => blocks))
    expect(set?.blocks.filter(({ id }) => !used.has(id))).toEqual([])
  })
})

describe('somebody who edits a question is told the line of', () => {
  test('a building block that is not there', () => {
    const line =
      files
        .find(({ name }) => name === 'chat.yaml')!
        .text.split('\n')
        .findIndex((each) => each === '  - fan-out') + 1
    expect(errorsWith('  - fan-out\n', '  - fan-outs\n')[0]).toBe(
      `chat.yaml:${line}: blocks.${blockIndex('fan-out')}: there is no building block "fan-outs"`,
    )
  })

  test('a field that is not known, and one that is missing', () => {
    expect(errorsWith('title: A chat', 'titel: A chat')).toEqual([
      'chat.yaml:1: title: Invalid input: expected string, received undefined',
      'chat.yaml:3: unknown field "titel"',
    ])
  })

  test('a place that another question has', () => {
    expect(errorsWith('position: 4', 'position: 5')).toHaveLength(1)
  })

  test('an id that is not the name of its file', () => {
    expect(errorsWith('id: chat\n', 'id: chats\n')).toEqual(['chat.yaml:1: id: "chats" is not the file\'s name'])
  })
})

function blockIndex(block: string): number {
  const chat = parse(files.find(({ name }) => name === 'chat.yaml')!.text) as { blocks: string[] }
  return chat.blocks.indexOf(block)
}
