import { type ConflictField, conflictFields } from './note-conflict.ts'
import { isSameText, type Note, type NoteText } from './note.ts'

/**
 * A note under somebody's hands, as one value: what the server last gave (`base`), what stands on the page (`text`),
 * and what is on its way. The functions below are all that can happen to it. None of them drops a word: text goes only
 * when the server has it, or when the person chose so in a conflict.
 */
export interface NoteSession {
  base: Note
  text: NoteText
  /** What was sent and not answered yet. */
  sending: NoteText | null
  /** What was sent and whose answer was lost: the server may have it. */
  lost: NoteText[]
  /** What another device saved meanwhile, until the person has chosen. */
  theirs: Note | null
}

/** What of a note is not saved yet, kept in the browser. */
export interface Draft {
  base: Note
  text: NoteText
}

/** What the page says of it. */
export type SessionState = 'saved' | 'unsaved' | 'saving' | 'conflict'

/** Opens the note that the server gave, with the draft that an earlier page left behind. */
export function openSession(note: Note, draft: Draft | null): NoteSession {
  if (!draft || isSameText(draft.text, note)) return settled(note)
  const written = { base: draft.base, text: draft.text, sending: null, lost: [], theirs: null }
  return draft.base.version === note.version ? { ...written, base: note } : meet(written, note)
}

/** The person typed. */
export function typed(session: NoteSession, text: NoteText): NoteSession {
  return { ...session, text }
}

/** The text goes to the server, on `base.version`. */
export function sent(session: NoteSession): NoteSession {
  return { ...session, sending: session.text }
}

/** The server has saved what was sent. */
export function acknowledged(session: NoteSession, note: Note): NoteSession {
  return { ...session, base: note, sending: null, lost: [] }
}

/** The server could not be reached, or broke: nothing is known of what was sent. */
export function failed(session: NoteSession): NoteSession {
  return { ...session, sending: null, lost: session.sending ? [...session.lost, session.sending] : session.lost }
}

/** The server refused what was sent, because `current` was saved meanwhile. */
export function refused(session: NoteSession, current: Note): NoteSession {
  return meet({ ...session, sending: null }, current)
}

/** The server was asked again and has `note`. */
export function refreshed(session: NoteSession, note: Note): NoteSession {
  if (session.sending || session.theirs) return session
  if (note.version === session.base.version && note.updatedAt === session.base.updatedAt) return session
  return meet(session, note)
}

/** The person chose a text in a conflict: it is written on what the other device saved. */
export function resolved(session: NoteSession, text: NoteText): NoteSession {
  return { ...session, base: session.theirs ?? session.base, text, lost: [], theirs: null }
}

/** What the page says. */
export function stateOf(session: NoteSession): SessionState {
  if (session.theirs) return 'conflict'
  if (session.sending) return 'saving'
  return isSameText(session.text, session.base) ? 'saved' : 'unsaved'
}

/** The fields to choose between, in a conflict. */
export function fieldsInConflict({ base, text, theirs }: NoteSession): ConflictField[] {
  return theirs ? conflictFields(base, text, theirs) : []
}

/** Own words and another version meet: a conflict only where both were written to, and differently. */
function meet(session: NoteSession, note: Note): NoteSession {
  const { base, text, lost } = session
  if (isSameText(text, note) || isSameText(text, base)) return settled(note)
  if ([base, ...lost].some((own) => isSameText(own, note))) return { ...session, base: note, lost: [] }
  return { ...session, theirs: note }
}

function settled(note: Note): NoteSession {
  return { base: note, text: { markdown: note.markdown, card: note.card }, sending: null, lost: [], theirs: null }
}
