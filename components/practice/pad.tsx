import { useState } from 'react'
import { NoteConflict } from '#components/notes/note-conflict.tsx'
import { NoteStatus } from '#components/notes/note-status.tsx'
import { NoteText } from '#components/notes/note-text.tsx'
import { TextLimit } from '#components/ui/text-limit.tsx'
import type { AnswerSaver } from '#hooks/answer-saver.ts'
import { useAnswerHtml } from '#hooks/use-answer.ts'
import { useAnswerWriter } from '#hooks/use-answer-writer.ts'
import { fieldsInConflict, stateOf } from '#lib/notes/note-session.ts'
import { type Answer, answerLimits } from '#lib/practice/answer.ts'

const example =
  'Ask what matters, work out the load, draw the whole, then go deep where it is hard. Markdown is fine, and a block of ```mermaid becomes a diagram.'

/** Where an answer is written, in Markdown. It saves itself. */
export function Pad({
  first,
  saver,
  seconds,
  onOther,
  children,
}: {
  /** The answer as it was opened. */
  first: Answer
  saver: AnswerSaver | null
  /** What the clock shows now. */
  seconds: () => number
  /** Words of another answer were left behind in this browser. */
  onOther: (answer: Answer) => void
  /** What can be done with it, once all of it is saved. */
  children: (canEnd: boolean) => React.ReactNode
}) {
  const { session, trouble, writer } = useAnswerWriter(first, saver, seconds, onOther)
  const [isPreview, setPreview] = useState(false)
  const state = session ? stateOf(session) : null
  const text = session?.text ?? null
  return (
    <div className="answer-pad">
      {session?.theirs && writer ? (
        <NoteConflict
          what="answer"
          mine={session.text}
          fields={fieldsInConflict(session)}
          savedAt={session.theirs.updatedAt}
          onResolve={writer.resolve}
        />
      ) : (
        <NoteText
          name="Your answer"
          example={example}
          text={text?.markdown ?? null}
          isPreview={isPreview}
          onType={(markdown) => text && writer?.type({ ...text, markdown })}
          onSave={() => writer?.save()}
          onPreview={() => {
            writer?.save()
            setPreview(!isPreview)
          }}
          onHistory={null}
          preview={isPreview && session ? <Preview id={first.id} version={session.base.version} /> : null}
        />
      )}
      <TextLimit text={text?.markdown ?? ''} max={answerLimits.markdown} />
      <NoteStatus state={state} trouble={trouble} failure={null} version={session?.base.version ?? 0} />
      {children(state === 'saved' && text !== null && text.markdown.trim() !== '')}
    </div>
  )
}

function Preview({ id, version }: { id: string; version: number }) {
  const { data, error } = useAnswerHtml(id, version)
  if (version === 0) return <p className="quiet">Nothing written yet.</p>
  if (error) return <p className="quiet">The preview is made by the server, which cannot be reached now.</p>
  if (data === undefined) return null
  return <div className="written" dangerouslySetInnerHTML={{ __html: data }} />
}
