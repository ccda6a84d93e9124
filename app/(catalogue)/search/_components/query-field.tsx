'use client'

import { useEffect, useRef, useState } from 'react'
import { useListbox } from '#hooks/use-listbox.ts'
import { useNames } from '#hooks/use-names.ts'
import { complete } from '#lib/search/complete.ts'
import { maxLength } from '#lib/search/query.ts'

/** The query field; completes names and keys of the query language while typing. */
export function QueryField({ value }: { value: string }) {
  const input = useRef<HTMLInputElement>(null)
  const taking = useRef(false)
  const [focused, setFocused] = useState(false)
  const [typed, setTyped] = useState<{ text: string; caret: number } | null>(null)
  const vocabulary = useNames(focused)
  const options = vocabulary && typed && focused ? complete(typed.text, typed.caret, vocabulary) : []
  const list = useListbox(options.length, take, -1)

  // Back and forward bring other results: the field goes with them.
  useEffect(() => {
    const onPopState = () => {
      if (input.current) input.current.value = new URLSearchParams(location.search).get('q') ?? ''
    }
    window.addEventListener('popstate', onPopState)
    return () => window.removeEventListener('popstate', onPopState)
  }, [])

  function take(index: number) {
    const option = options[index]
    const field = input.current
    if (!option || !field) return
    field.value = option.text
    field.setSelectionRange(option.caret, option.caret)
    setTyped(option.text.endsWith(' ') ? null : { text: option.text, caret: option.caret })
    list.restart()
    // React does not see the value change, so the form is told as if it had been typed.
    taking.current = true
    field.dispatchEvent(new Event('input', { bubbles: true }))
    taking.current = false
  }

  return (
    <div className="relative grow">
      <input
        ref={input}
        id="search-large"
        name="q"
        type="search"
        defaultValue={value}
        placeholder="kafka org:netflix medium:video"
        className="input min-h-12 text-lg"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={maxLength}
        data-search-input
        aria-label="Search the catalogue"
        aria-describedby="understood"
        {...list.inputProps}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onInput={(event) => {
          if (taking.current) return
          setTyped({ text: event.currentTarget.value, caret: event.currentTarget.selectionStart ?? 0 })
          list.restart()
        }}
      />
      {list.open && (
        <ul {...list.listProps} className="options options-below" aria-label="Completions">
          {options.map((option, index) => (
            <li key={`${option.text} ${option.label}`} {...list.optionProps(index)}>
              {option.label} <small>{option.hint}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
