import { diffLines, diffWordsWithSpace } from 'diff'
import { cardFields, noteFields, type NoteText } from './note.ts'

/** A stretch of a text that was compared with another. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A field of a note in which two versions differ. */
export interface FieldDiff {
  field: keyof typeof noteFields
  name: string
  parts: DiffPart[]
}

/** How many words, then lines, may differ before the next rougher way of comparing is taken. */
const most = { words: 600, lines: 300 }
/** The share of the longer text that two must have in common for words among words to be worth telling. */
const least = 0.3

/**
 * What became of `older` in `newer`, field by field; fields that are the same are left out. Put together, the parts
 * that were not added are the older text and those that were not removed the newer one.
 */
export function compareNotes(older: NoteText, newer: NoteText): FieldDiff[] {
  const fields = ['markdown', ...cardFields] as const
  return fields.flatMap((field) => {
    const before = field === 'markdown' ? older.markdown : older.card[field]
    const after = field === 'markdown' ? newer.markdown : newer.card[field]
    return before === after ? [] : [{ field, name: noteFields[field].name, parts: compareTexts(before, after) }]
  })
}

/** By words; texts that have little in common by lines, and those with nothing in common as a whole. */
export function compareTexts(older: string, newer: string): DiffPart[] {
  const words = diffWordsWithSpace(older, newer, { maxEditLength: most.words })
  const same = lengthOf((words ?? []).map(({ value, added, removed }) => (added || removed ? '' : value)).join(''))
  const changes =
    words && same >= least * Math.max(lengthOf(older), lengthOf(newer))
      ? words
      : diffLines(older, newer, { maxEditLength: most.lines })
  if (changes)
    return changes.map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }))
  return [
    { kind: 'removed', text: older },
    { kind: 'added', text: newer },
  ]
}

/** Letters, figures and signs: blanks are in every text. */
function lengthOf(text: string): number {
  return text.replaceAll(/\s/g, '').length
}
