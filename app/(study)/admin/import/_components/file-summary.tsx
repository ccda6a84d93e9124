'use client'

import type { ImportGiven } from '#lib/api/catalogue.ts'
import { type ImportPreview, wouldLoseMuch } from '#lib/catalogue/import-preview.ts'
import { counted } from '#lib/format.ts'
import { toggled } from '#lib/toggled.ts'

type Props = { given: ImportGiven; found: ImportPreview; onChange: (next: ImportGiven) => void }

/** What the file seems to be, how much of it is known, and what is missing from it. */
export function FileSummary({ given, found, onChange }: Props) {
  const { list, lists, matched, missingSections, renamedTopics, warnings } = found
  const ids = [...new Set([...lists, ...(list.id === null ? [] : [list.id])])]
  const goneSections = new Set(given.goneSections)
  const gone = found.kinds.find(({ kind }) => kind === 'delisted')?.count ?? 0
  return (
    <div className="grid gap-6">
      <p>
        <span className="font-[560]">{given.name}</span>{' '}
        <label>
          is an edition of{' '}
          <select
            className="input inline-block w-auto"
            value={list.id ?? ''}
            onChange={(event) => onChange({ ...given, decisions: {}, list: event.target.value || null })}
          >
            <option value="">the catalogue’s own list</option>
            {ids.map((id) => (
              <option key={id} value={id}>
                {lists.includes(id) ? `the list ${id}` : `a new list, ${id}`}
              </option>
            ))}
          </select>
        </label>
        <span className="figures quiet">
          {' '}
          with {counted(matched.works, 'work')}, {matched.byAddress.toLocaleString('en')} known by address,{' '}
          {matched.byTitle.toLocaleString('en')} by title.
        </span>
      </p>
      <label className="field max-w-[22rem]">
        <span className="label">Day of this edition</span>
        <input
          type="date"
          className="input"
          value={given.editionDay ?? ''}
          onChange={(event) => onChange({ ...given, editionDay: event.target.value || undefined })}
        />
        <span className="small quiet">
          {found.edition.isOlder
            ? 'The catalogue knows newer things of this list: only what it lacks is taken.'
            : `Left out, it is taken for the newest, of ${found.edition.day}.`}
        </span>
      </label>
      {found.sections.length > 1 && (
        <details open={found.sections.some(({ isLeftOut, works }) => isLeftOut && works > 0)}>
          <summary>Sections of the file</summary>
          <div className="mt-1 flex flex-wrap gap-x-5">
            {found.sections
              .filter(({ works }) => works > 0)
              .map(({ title, works, isLeftOut }) => (
                <label key={title} className="flex min-h-8 items-center gap-2">
                  <input
                    type="checkbox"
                    checked={!isLeftOut}
                    onChange={() => onChange({ ...given, sections: { ...given.sections, [title]: isLeftOut } })}
                  />
                  {title} <span className="quiet figures">{works.toLocaleString('en')}</span>
                </label>
              ))}
          </div>
        </details>
      )}
      {wouldLoseMuch(gone, matched) && (
        <p className="notice notice-error max-w-[65ch]">
          {gone.toLocaleString('en')} readings would be gone, more than a third of the list. Is the file whole?
        </p>
      )}
      {missingSections.length > 0 && (
        <fieldset>
          <legend className="label">Sections missing from the file</legend>
          <p className="small quiet">Their readings stay as they are, unless you say that they are gone.</p>
          <div className="mt-1 flex flex-wrap gap-x-5">
            {missingSections.map(({ id, title }) => (
              <label key={id} className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  checked={goneSections.has(id)}
                  onChange={() => onChange({ ...given, goneSections: [...toggled(goneSections, id)] })}
                />
                {title} is gone
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {renamedTopics.length > 0 && (
        <details>
          <summary>{counted(renamedTopics.length, 'topic')} that the file calls otherwise keep their name here</summary>
          <ul className="small quiet mt-1">
            {renamedTopics.map(({ topicId, title }) => (
              <li key={topicId}>
                {topicId}: “{title}”
              </li>
            ))}
          </ul>
        </details>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>{counted(warnings.length, 'line')} not read as written</summary>
          <ul className="small quiet figures mt-1">
            {warnings.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
