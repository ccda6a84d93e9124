'use client'

import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useMarkByHand } from '#components/catalogue/use-mark-by-hand.ts'
import { Modal } from '#components/ui/modal.tsx'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'
import { useListbox } from '#hooks/use-listbox.ts'
import { useMarks } from '#hooks/use-marks.ts'
import { maxLength } from '#lib/search/query.ts'
import { stopTyping, typedSoFar } from './early-typing.ts'
import { type Option, usePaletteOptions } from './use-palette-options.ts'

/**
 * Goes anywhere by name: readings, topics, organisations, technologies, questions, plans, lists, notes, pages; and does
 * what can be done here. A reading can be marked from here.
 */
export default function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const [typed, setTyped] = useState(typedSoFar)
  useLayoutEffect(stopTyping, [])
  const signedIn = useHasLocalViewer()
  const marks = useMarks(signedIn).data
  const { mark } = useMarkByHand()
  const options = usePaletteOptions(typed, signedIn, onKeys)
  const list = useListbox(options.length, (index) => go(options[index]), 0)

  function go(option: Option | undefined) {
    if (option?.href !== undefined) return location.assign(option.href)
    if (!option?.run) return
    // What is done may move the focus or ask the page: it comes after the palette is gone.
    flushSync(onClose)
    option.run()
  }

  function toggleDone(option: Option | undefined) {
    if (!option?.readingId || !signedIn) return
    mark(option.readingId, marks?.[option.readingId] === 'done' ? null : 'done', option.name)
  }

  return (
    <Modal label="Go to" className="palette" onClose={onClose}>
      <input
        className="palette-input"
        placeholder="Go to a page, reading or plan, or do something"
        aria-label="Go to"
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          list.restart()
        }}
        {...list.inputProps}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return list.inputProps.onKeyDown(event)
          event.preventDefault()
          toggleDone(options[list.active])
        }}
      />
      <ul {...list.listProps} className="options" aria-label="Places, readings and actions">
        {options.map((option, index) => (
          <li key={option.key} {...list.optionProps(index)}>
            <span className="flex items-center gap-1">
              {option.readingId !== undefined && (
                <span
                  className="status-box shrink-0"
                  data-status={marks?.[option.readingId]}
                  role="img"
                  aria-label={marks?.[option.readingId] ?? 'not marked'}
                />
              )}
              {option.name}
            </span>{' '}
            <small>{option.hint}</small>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-5 border-t border-hairline px-4 py-2 small quiet">
        <span>
          <kbd className="key">Enter</kbd> goes there, or does it
        </span>
        {signedIn && (
          <span>
            <kbd className="key">Ctrl</kbd>
            <kbd className="key">Enter</kbd> marks a reading done
          </span>
        )}
        <button type="button" className="ml-auto underline underline-offset-4" onClick={onKeys}>
          All keys
        </button>
      </p>
    </Modal>
  )
}
