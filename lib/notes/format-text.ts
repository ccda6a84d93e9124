/** A text with what is selected in it, as a text area has them: offsets in UTF-16 units, `end` after the last. */
export interface Selected {
  text: string
  start: number
  end: number
}

/** What to replace, and what is selected after; small, so that the browser's own undo takes it back. */
export interface Edit {
  /** Offsets in the old text. */
  from: number
  to: number
  insert: string
  /** Offsets in the new text. */
  start: number
  end: number
}

/** What the keyboard and the buttons of the editor do. */
export type Command = 'bold' | 'italic' | 'code' | 'link' | 'list' | 'numbers' | 'tasks' | 'quote' | 'heading'

const around = { bold: '**', italic: '_', code: '`' } as const
const before = { list: '- ', numbers: '1. ', tasks: '- [ ] ', quote: '> ', heading: '## ' } as const
/** A line's indent, and the sign that makes it an item, a task, a quote or a heading. */
const lineSign = /^(\s*)(- \[[ xX]\] |[-*+] |\d{1,9}[.)] |> |#{1,6} )?/

/** The edit that `command` makes; using it twice takes it back. */
export function formatText(selected: Selected, command: Command): Edit {
  if (command === 'bold' || command === 'italic' || command === 'code') return surround(selected, around[command])
  if (command === 'link') return link(selected)
  return prefixLines(selected, command)
}

/** The new text. */
export function applyEdit(text: string, { from, to, insert }: Edit): string {
  return text.slice(0, from) + insert + text.slice(to)
}

/**
 * What Enter does in a list, a task list or a quote: the next line begins like this one, and an empty item ends the
 * list. Null where Enter is only Enter.
 */
export function continueLine({ text, start, end }: Selected): Edit | null {
  if (start !== end) return null
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(lineStart, start)
  const [whole, indent = '', sign = ''] = lineSign.exec(line) ?? ['']
  if (sign === '' || sign.startsWith('#')) return null
  if (line === whole && (text[start] ?? '\n') === '\n')
    return { from: lineStart, to: start, insert: '', start: lineStart, end: lineStart }
  const number = /^(\d+)([.)] )$/.exec(sign)
  const next = number ? `${Number(number[1]) + 1}${number[2]}` : sign.replace(/\[[xX]\]/, '[ ]')
  const insert = `\n${indent}${next}`
  return { from: start, to: start, insert, start: start + insert.length, end: start + insert.length }
}

function surround({ text, start, end }: Selected, mark: string): Edit {
  const size = mark.length
  const inside = text.slice(start, end)
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark && start >= size)
    return { from: start - size, to: end + size, insert: inside, start: start - size, end: end - size }
  if (inside.length >= 2 * size && inside.startsWith(mark) && inside.endsWith(mark)) {
    const bare = inside.slice(size, inside.length - size)
    return { from: start, to: end, insert: bare, start, end: start + bare.length }
  }
  return { from: start, to: end, insert: mark + inside + mark, start: start + size, end: end + size }
}

function link({ text, start, end }: Selected): Edit {
  const inside = text.slice(start, end)
  const own = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(inside)
  if (own) {
    const bare = own[1] || own[2] || ''
    return { from: start, to: end, insert: bare, start, end: start + bare.length }
  }
  const isAddress = /^https?:\/\/\S+$/.test(inside)
  const insert = isAddress ? `[](${inside})` : `[${inside}](https://)`
  // The cursor goes to what is still missing: the words, or the address.
  const at = isAddress ? start + 1 : start + inside.length + 3
  return { from: start, to: end, insert, start: at, end: isAddress ? at : at + 'https://'.length }
}

function prefixLines({ text, start, end }: Selected, command: keyof typeof before): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const following = text.indexOf('\n', Math.max(start, end - 1))
  const to = following === -1 ? text.length : Math.max(following, end - (text[end - 1] === '\n' ? 1 : 0))
  const lines = text.slice(from, to).split('\n')
  const own = lines.every((line) => signOf(line) === command)
  const insert = lines
    .map((line, index) => {
      const [whole, indent = ''] = lineSign.exec(line) ?? ['']
      if (own) return indent + line.slice(whole.length)
      return indent + (command === 'numbers' ? `${index + 1}. ` : before[command]) + line.slice(whole.length)
    })
    .join('\n')
  const hasSelection = start !== end
  const last = from + insert.length
  return { from, to, insert, start: hasSelection ? from : last, end: last }
}

function signOf(line: string): keyof typeof before | null {
  const sign = lineSign.exec(line)?.[2]
  if (sign === undefined) return null
  if (sign.startsWith('#')) return 'heading'
  if (sign.startsWith('>')) return 'quote'
  if (/\d/.test(sign)) return 'numbers'
  return sign.includes('[') ? 'tasks' : 'list'
}
