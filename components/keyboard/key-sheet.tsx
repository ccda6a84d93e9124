'use client'

import { useState } from 'react'
import { Modal } from '#components/ui/modal.tsx'
import { areSingleKeysOn, setSingleKeys } from './single-keys.ts'

const keys: [string[], string][] = [
  [['/'], 'Search'],
  [['Ctrl', 'K'], 'Go to a reading, topic, organisation or page'],
  [['j'], 'Next reading of the list'],
  [['k'], 'The one before'],
  [['Enter'], 'Its page'],
  [['o'], 'Open the original in a new tab'],
  [['x'], 'Mark it done, or no longer'],
  [['1', '2', '3', '4'], 'Mark it queued, reading, done, skipped, or no longer'],
  [['s'], 'Select it, to mark several at once'],
  [['n'], 'Its note'],
  [['c'], 'Its card, on today'],
  [['t'], 'Move it to tomorrow, on today'],
  [['s'], 'Skip it, on today'],
  [['?'], 'These keys'],
]

/** All keys, and the switch for those without Ctrl. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(areSingleKeysOn)
  return (
    <Modal label="Keys" className="max-w-[28rem] p-6" onClose={onClose}>
      <h2>Keys</h2>
      <dl className="mt-4 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1.5">
        {keys.map(([combination, meaning]) => (
          <div key={meaning} className="contents">
            <dt>
              {combination.map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
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
