'use client'

import { minutesInWords } from '#lib/format.ts'
import { shortMinutes } from '#lib/study/chart-words.ts'
import { type Coverage, isTouched, type SectionCoverage } from '#lib/study/coverage.ts'

/**
 * How much of each topic is covered, a line and a bar each, numbers beside. One scale for all: a reading is as wide in
 * each bar, so that a bar is as long as its topic and a fuller one is one where more was read. Topics and sections that were not begun are
 * only counted: an empty bar tells nothing but how much there is left in the world. A client component, though it does
 * nothing in the browser: a server component's markup, here half of the page, would be made and sent a second time as
 * data.
 */
export function CoverageBars({ sections }: { sections: SectionCoverage[] }) {
  const begun = sections.filter(isTouched)
  const others = sections.filter((section) => !isTouched(section))
  const largest = Math.max(1, ...begun.flatMap((section) => partsOf(section).map(({ all }) => all.readings)))
  return (
    <>
      <div className="gap-x-14 lg:columns-2">
        {begun.map((section) => (
          <SectionTopics key={section.id} section={section} largest={largest} />
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

/** The parts of a section of which something was marked. */
function partsOf(section: SectionCoverage): Coverage[] {
  const own = { ...section.own, title: section.topics.length > 0 ? 'Without a topic' : 'All readings' }
  return [own, ...section.topics].filter(isTouched)
}

/** `largest`: readings of the largest part that is shown, whose bar is as wide as there is room. */
function SectionTopics({ section, largest }: { section: SectionCoverage; largest: number }) {
  const parts = [section.own, ...section.topics]
  const begun = partsOf(section)
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
            <Bar part={part} largest={largest} />
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

function Bar({ part: { all, done, reading, queued }, largest }: { part: Coverage; largest: number }) {
  const unit = width / largest
  const kinds = [
    { kind: 'done', readings: done.readings, at: 0 },
    { kind: 'reading', readings: reading.readings, at: done.readings },
    { kind: 'queued', readings: queued.readings, at: done.readings + reading.readings },
  ]
  return (
    <svg className="figure" viewBox={`0 0 ${width} 12`} aria-hidden>
      <rect className="rest" x="0" y="9" width={all.readings * unit} height="2" />
      {kinds.map(({ kind, readings, at }) => {
        if (readings === 0) return null
        const edge = kind === 'done' ? 0 : 0.5
        return (
          <rect
            key={kind}
            className={kind}
            x={at * unit + edge}
            y={1 + edge}
            width={Math.max(1.5, readings * unit - 1)}
            height={8 - edge * 2}
          />
        )
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
