'use client'

import { useState } from 'react'
import { Modal } from '#components/ui/modal.tsx'
import { type KeyPlace, keys } from './keys.ts'
import { areSingleKeysOn, setSingleKeys } from './single-keys.ts'

const places: [KeyPlace, string][] = [
  ['page', 'On every page'],
  ['list', 'In a list, or on a reading’s page'],
  ['today', 'On Today'],
  ['review', 'On a card that is asked'],
]

/** All keys, and the switch for those without Ctrl. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(areSingleKeysOn)
  return (
    <Modal label="Keys" className="max-h-[84dvh] max-w-[30rem] overflow-y-auto p-6" onClose={onClose}>
      <h2>Keys</h2>
      {places.map(([place, title]) => (
        <section key={place} aria-label={title} className="mt-4">
          <h3 className="quiet-line font-sans font-normal">{title}</h3>
          <dl className="mt-1 grid grid-cols-[4.5rem_1fr] gap-x-4 gap-y-1">
            {keys
              .filter(({ on }) => on === place)
              .map(({ key, says }) => (
                <div key={key} className="contents">
                  <dt className="whitespace-nowrap">
                    {key.split('+').map((part) => (
                      <kbd key={part} className="key">
                        {part.length === 1 && key.includes('+') ? part.toUpperCase() : part}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{says}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <label className="mt-5 flex items-center gap-2">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked)
            setSingleKeys(event.target.checked)
          }}
        />
        Keys without Ctrl work in this browser
      </label>
      <form method="dialog" className="mt-5">
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </Modal>
  )
}
