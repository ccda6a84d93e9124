import { cardFields, noteFields, type NoteText } from './note.ts'

/** Which text of a field is kept; `both` puts one below the other. */
export type Choice = 'mine' | 'theirs' | 'both'

/** A field that two devices wrote differently. */
export interface ConflictField {
  field: keyof typeof noteFields
  name: string
  mine: string
  theirs: string
  /** What loses no word: the side that was written to when only one was, else both. */
  suggestion: Choice
}

/** The text of one field. */
export function fieldOf(note: NoteText, field: keyof typeof noteFields): string {
  return field === 'markdown' ? note.markdown : note.card[field]
}

/**
 * Where a note that was written here and one saved elsewhere differ. Empty when they say the same: then there is
 * nothing to choose.
 * @param base what both began from.
 */
export function conflictFields(base: NoteText, mine: NoteText, theirs: NoteText): ConflictField[] {
  const fields = ['markdown', ...cardFields] as const
  return fields.flatMap((field) => {
    const [was, here, there] = [fieldOf(base, field), fieldOf(mine, field), fieldOf(theirs, field)]
    if (here === there) return []
    const suggestion = here === was ? 'theirs' : there === was ? 'mine' : contains(here, there)
    return [{ field, name: noteFields[field].name, mine: here, theirs: there, suggestion }]
  })
}

/**
 * The note that the choices make; a field that is in no conflict is as both have it.
 * @param choices what to keep of each field in conflict; where none is given, its suggestion.
 */
export function resolveConflict(
  mine: NoteText,
  fields: readonly ConflictField[],
  choices: Partial<Record<keyof typeof noteFields, Choice>>,
): NoteText {
  const result: NoteText = { markdown: mine.markdown, card: { ...mine.card } }
  for (const { field, mine: here, theirs: there, suggestion } of fields) {
    const choice = choices[field] ?? suggestion
    const text = choice === 'mine' ? here : choice === 'theirs' ? there : joined(field, here, there)
    if (field === 'markdown') result.markdown = text
    else result.card[field] = text
  }
  return result
}

/** Whether a note holds all words of another, each field in its own. */
export function holds(note: NoteText, other: NoteText): boolean {
  return (['markdown', ...cardFields] as const).every((field) => fieldOf(note, field).includes(fieldOf(other, field)))
}

/** Of two texts of which one holds the other, the longer one says all. */
function contains(here: string, there: string): Choice {
  if (here.includes(there)) return 'mine'
  return there.includes(here) ? 'theirs' : 'both'
}

function joined(field: ConflictField['field'], here: string, there: string): string {
  if (contains(here, there) !== 'both') return contains(here, there) === 'mine' ? here : there
  return field === 'markdown' ? `${there}\n\n---\n\n${here}` : `${there} / ${here}`
}
