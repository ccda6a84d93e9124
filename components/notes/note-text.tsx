import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { type Command, continueLine, formatText } from '#lib/notes/format-text.ts'
import { noteFields } from '#lib/notes/note.ts'
import { makeEdit, selectedIn } from './text-area.ts'

const buttons: { command: Command; name: string; keys: string; sign: ReactNode }[] = [
  { command: 'bold', name: 'Bold', keys: 'Ctrl B', sign: <b>B</b> },
  { command: 'italic', name: 'Italic', keys: 'Ctrl I', sign: <i className="font-serif">I</i> },
  { command: 'link', name: 'Link', keys: 'Ctrl K', sign: 'Link' },
  { command: 'list', name: 'List', keys: 'Ctrl Shift 8', sign: 'List' },
  { command: 'tasks', name: 'Tasks', keys: 'Ctrl Shift 9', sign: 'Tasks' },
  { command: 'code', name: 'Code', keys: 'Ctrl E', sign: <code>{'<>'}</code> },
]
const keys: Record<string, Command> = { b: 'bold', i: 'italic', k: 'link', e: 'code' }
const shiftKeys: Record<string, Command> = {
  Digit7: 'numbers',
  Digit8: 'list',
  Digit9: 'tasks',
  Period: 'quote',
  KeyH: 'heading',
}

/** Markdown being written: a plain text area with keys and a few buttons. `text` null: not read yet. */
export function NoteText({
  name = noteFields.markdown.name,
  example = noteFields.markdown.example,
  text,
  isPreview,
  preview,
  onType,
  onSave,
  onPreview,
  onHistory,
}: {
  /** What it is, and what might stand there. */
  name?: string
  example?: string
  text: string | null
  isPreview: boolean
  preview: ReactNode
  onType: (text: string) => void
  onSave: () => void
  onPreview: () => void
  onHistory: (() => void) | null
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const run = (command: Command) => {
    if (area.current) makeEdit(area.current, formatText(selectedIn(area.current), command))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey
    const command = event.shiftKey ? shiftKeys[event.code] : keys[event.key.toLowerCase()]
    if (isCommand && !event.shiftKey && event.key.toLowerCase() === 's') {
      event.preventDefault()
      onSave()
    } else if (isCommand && command) {
      event.preventDefault()
      // The page's own keys, such as the palette's, are not for a text that is being written.
      event.stopPropagation()
      run(command)
    } else if (event.key === 'Enter' && !isCommand && !event.shiftKey && !event.nativeEvent.isComposing) {
      const edit = continueLine(selectedIn(event.currentTarget))
      if (!edit) return
      event.preventDefault()
      makeEdit(event.currentTarget, edit)
    }
  }
  return (
    <div>
      <div className="note-bar">
        <div role="toolbar" aria-label="Format" className={isPreview ? 'invisible' : 'flex flex-wrap'}>
          {buttons.map(({ command, name, keys, sign }) => (
            <button
              key={command}
              type="button"
              aria-label={name}
              title={`${name} (${keys})`}
              onClick={() => run(command)}
            >
              {sign}
            </button>
          ))}
        </div>
        <div className="ml-auto flex">
          {onHistory && (
            <button type="button" onClick={onHistory}>
              History
            </button>
          )}
          <button type="button" aria-pressed={isPreview} onClick={onPreview}>
            Preview
          </button>
        </div>
      </div>
      {isPreview ? (
        <div className="note-text">{preview}</div>
      ) : (
        <textarea
          dir="auto"
          ref={area}
          className="note-text"
          aria-label={name}
          aria-describedby="note-status"
          placeholder={example}
          value={text ?? ''}
          disabled={text === null}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={onSave}
        />
      )}
    </div>
  )
}
