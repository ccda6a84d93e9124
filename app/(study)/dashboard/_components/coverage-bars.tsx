'use client'

import { minutesInWords } from '#lib/format.ts'
import { shortMinutes } from '#lib/study/chart-words.ts'
import { type Coverage, isTouched, type SectionCoverage } from '#lib/study/coverage.ts'

/**
 * How much of each topic is covered, a line and a bar each, numbers beside. Topics and sections that were not begun are
 * only counted: an empty bar tells nothing but how much there is left in the world. A client component, though it does
 * nothing in the browser: a server component's markup, here half of the page, would be made and sent a second time as
 * data.
 */
export function CoverageBars({ sections }: { sections: SectionCoverage[] }) {
  const begun = sections.filter(isTouched)
  const others = sections.filter((section) => !isTouched(section))
  return (
    <>
      <div className="gap-x-14 lg:columns-2">
        {begun.map((section) => (
          <SectionTopics key={section.id} section={section} />
        ))}
      </div>
      <p className="quiet small mt-3 flex flex-wrap items-center gap-x-5 gap-y-1" aria-hidden>
        <Key kind="done" name="done" />
        <Key kind="reading" name="reading" />
        <Key kind="queued" name="queued" />
      </p>
      {others.length > 0 && (
        <p className="quiet small mt-1">
          Not begun:{' '}
          {others.map((section, index) => (
            <span key={section.id}>
              {index > 0 && ', '}
              <a href={`/catalogue/${section.id}`}>{section.title}</a>
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function SectionTopics({ section }: { section: SectionCoverage }) {
  const parts = [
    { ...section.own, title: section.topics.length > 0 ? 'Without a topic' : 'All readings' },
    ...section.topics,
  ]
  const begun = parts.filter(isTouched)
  const left = parts.filter((part) => !isTouched(part) && part.all.readings > 0).length
  return (
    <section aria-labelledby={`covered-${section.id}`} className="figures mb-6 break-inside-avoid-column">
      <h3 id={`covered-${section.id}`} className="pb-1 text-[1.0625rem]">
        <a href={`/catalogue/${section.id}`} className="no-underline hover:underline">
          {section.title}
        </a>{' '}
        <span className="quiet small font-sans font-normal">
          {section.done.readings} done, {minutesInWords(section.done.minutes)}
          {left > 0 && ` · ${left} ${left === 1 ? 'topic' : 'topics'} not begun`}
        </span>
      </h3>
      <ul className="small">
        {begun.map((part) => (
          <li
            key={part.id}
            className="grid grid-cols-[minmax(0,1fr)_8.5rem] items-center gap-x-4 border-t border-hairline py-1 sm:grid-cols-[minmax(0,1fr)_7rem_7.5rem]"
          >
            <a href={`/catalogue/${part.id}`} className="col-span-2 min-h-6 no-underline hover:underline sm:col-auto">
              {part.title}
            </a>
            <Bar part={part} />
            <span className="text-right whitespace-nowrap">
              {part.done.readings} of {part.all.readings}{' '}
              <span className="quiet">· {shortMinutes(part.done.minutes)}</span>
              <span className="sr-only">
                {' '}
                of {minutesInWords(part.all.minutes)}, {part.reading.readings} reading, {part.queued.readings} queued
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const width = 160

/** A third and more of a topic is shown as its share; less as a square a reading, which never looks empty. */
function Bar({ part: { all, done, reading, queued } }: { part: Coverage }) {
  const marked = done.readings + reading.readings + queued.readings
  const isShare = marked * 3 >= all.readings
  const unit = isShare ? width / all.readings : Math.min(10, width / Math.max(1, marked))
  const kinds = [
    { kind: 'done', readings: done.readings, at: 0 },
    { kind: 'reading', readings: reading.readings, at: done.readings },
    { kind: 'queued', readings: queued.readings, at: done.readings + reading.readings },
  ]
  return (
    <svg className="figure" viewBox={`0 0 ${width} 12`} aria-hidden>
      {isShare && <line className="axis" x1="0" x2={width} y1="11.5" y2="11.5" />}
      {kinds.map(({ kind, readings, at }) => {
        const edge = kind === 'done' ? 0 : 0.5
        const box = (from: number, length: number) =>
          `M${from + edge} ${2 + edge}h${Math.max(1, length - edge * 2)}v${8 - edge * 2}h-${Math.max(1, length - edge * 2)}z`
        if (readings === 0) return null
        const path = isShare
          ? box(at * unit, readings * unit - 1)
          : Array.from({ length: readings }, (_, index) => box((at + index) * unit, unit - 2)).join('')
        return <path key={kind} className={kind} d={path} />
      })}
    </svg>
  )
}

function Key({ kind, name }: { kind: string; name: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg className="figure !w-5" viewBox="0 0 20 10">
        <rect className={kind} x="0.5" y="0.5" width="19" height="9" />
      </svg>
      {name}
    </span>
  )
}
