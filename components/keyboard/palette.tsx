'use client'

import { useLayoutEffect, useState } from 'react'
import { useMarkByHand } from '#components/catalogue/use-mark-by-hand.ts'
import { Modal } from '#components/ui/modal.tsx'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'
import { useDebounced } from '#hooks/use-debounced.ts'
import { useListbox } from '#hooks/use-listbox.ts'
import { useMarks } from '#hooks/use-marks.ts'
import { useReadings, useVocabulary } from '#hooks/use-search.ts'
import { estimateInWords } from '#lib/format.ts'
import { findDestinations } from '#lib/search/places.ts'
import { maxLength } from '#lib/search/query.ts'
import { emptySearch, searchHref } from '#lib/search/state.ts'
import { stopTyping, typedSoFar } from './early-typing.ts'

const debounceMs = 120
const maxPlaces = 5
const maxReadings = 8
const maxLeads = 3

interface Option {
  key: string
  name: string
  hint: string
  href: string
  readingId?: string
}

/** Goes anywhere by name: readings, topics, organisations, technologies, pages. A reading can be marked from here. */
export default function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const [typed, setTyped] = useState(typedSoFar)
  useLayoutEffect(stopTyping, [])
  const signedIn = useHasLocalViewer()
  const marks = useMarks(signedIn).data
  const { mark } = useMarkByHand()
  const vocabulary = useVocabulary(true).data
  const settled = useDebounced(typed, debounceMs)
  const found = useReadings(settled, maxReadings)

  const places = findDestinations(typed, vocabulary, typed.trim() === '' ? 10 : maxPlaces)
  const readings = typed.trim() === '' ? [] : (found.data?.items ?? [])
  const leads = typed.trim() === '' ? [] : (found.data?.leads ?? [])
  const isNew = ({ href, name }: { href: string; name: string }) =>
    !places.some((place) => place.href === href && place.name === name)
  const options: Option[] = [
    ...places.map((place) => ({ key: place.href, name: place.name, hint: place.kind, href: place.href })),
    ...leads
      .filter(isNew)
      .slice(0, maxLeads)
      .map(({ kind, name, href }) => ({ key: kind + href + name, name, hint: kind, href })),
    ...readings.map((item) => ({
      key: item.id,
      name: item.fullTitle,
      hint: [item.people[0], estimateInWords(item)].filter(Boolean).join(' · '),
      href: `/readings/${item.id}`,
      readingId: item.id,
    })),
    ...(typed.trim() === ''
      ? []
      : [
          {
            key: 'search',
            name: `Search for “${typed.trim()}”`,
            hint: found.data ? `${found.data.total.toLocaleString('en')} found` : '',
            href: searchHref({ ...emptySearch, q: typed.trim() }),
          },
        ]),
  ]
  const list = useListbox(options.length, (index) => go(options[index]), 0)

  function go(option: Option | undefined) {
    if (option) location.assign(option.href)
  }

  function toggleDone(option: Option | undefined) {
    if (!option?.readingId || !signedIn) return
    mark(option.readingId, marks?.[option.readingId] === 'done' ? null : 'done', option.name)
  }

  return (
    <Modal label="Go to" className="palette" onClose={onClose}>
      <input
        className="palette-input"
        placeholder="Go to a reading, topic, organisation or page"
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
      <ul {...list.listProps} className="options" aria-label="Places and readings">
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
          <kbd className="key">Enter</kbd> goes there
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
