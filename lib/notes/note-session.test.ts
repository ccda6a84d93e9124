import { describe, expect, it } from 'vitest'
import { emptyCard, type Note, type NoteText } from './note.ts'
import {
  acknowledged,
  failed,
  fieldsInConflict,
  openSession,
  refreshed,
  refused,
  resolved,
  sent,
  stateOf,
  typed,
} from './note-session.ts'

const text = (markdown: string): NoteText => ({ markdown, card: emptyCard })
const note = (markdown: string, version: number): Note => ({
  ...text(markdown),
  readingId: 'caching',
  version,
  updatedAt: version * 1000,
})

describe('a note under somebody’s hands', () => {
  it('is unsaved, saving and saved, in that order', () => {
    const typing = typed(openSession(note('', 0), null), text('a'))
    expect(stateOf(typing)).toBe('unsaved')
    expect(stateOf(sent(typing))).toBe('saving')
    expect(stateOf(acknowledged(sent(typing), note('a', 1)))).toBe('saved')
  })

  it('is unsaved still when the person typed on while it was saved', () => {
    const session = acknowledged(
      typed(sent(typed(openSession(note('', 0), null), text('a'))), text('ab')),
      note('a', 1),
    )
    expect(stateOf(session)).toBe('unsaved')
    expect(session.base.version).toBe(1)
  })

  it('is unsaved when the network is gone', () => {
    expect(stateOf(failed(sent(typed(openSession(note('', 0), null), text('a')))))).toBe('unsaved')
  })

  it('takes over what another device saved while nothing was typed here', () => {
    const session = refreshed(openSession(note('a', 1), null), note('b', 2))
    expect(session.text.markdown).toBe('b')
    expect(stateOf(session)).toBe('saved')
  })

  it('sets both texts side by side when both devices wrote', () => {
    const mine = sent(typed(openSession(note('a', 1), null), text('a mine')))
    const session = refused(mine, note('a theirs', 2))
    expect(stateOf(session)).toBe('conflict')
    expect(fieldsInConflict(session)).toMatchObject([{ mine: 'a mine', theirs: 'a theirs' }])
    const chosen = resolved(session, text('a theirs mine'))
    expect(stateOf(chosen)).toBe('unsaved')
    expect(chosen.base.version).toBe(2)
  })

  it('has no conflict when only the answer was lost', () => {
    const session = refused(failed(sent(typed(openSession(note('', 0), null), text('a')))), note('a', 1))
    expect(stateOf(session)).toBe('saved')
  })

  it('has no conflict with its own save when the answer was lost and the person typed on', () => {
    const lost = typed(failed(sent(typed(openSession(note('', 0), null), text('a')))), text('ab'))
    const session = refused(sent(lost), note('a', 1))
    expect(stateOf(session)).toBe('unsaved')
    expect(session).toMatchObject({ base: { version: 1 }, text: text('ab') })
  })

  it('goes on from the draft of a tab that crashed', () => {
    const draft = { base: note('a', 1), text: text('a draft') }
    expect(openSession(note('a', 1), draft)).toMatchObject({ text: text('a draft'), base: { version: 1 } })
    expect(stateOf(openSession(note('a elsewhere', 2), draft))).toBe('conflict')
    expect(stateOf(openSession(note('a draft', 2), draft))).toBe('saved')
  })
})
