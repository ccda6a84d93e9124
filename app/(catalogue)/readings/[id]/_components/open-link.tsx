import type { ReadingDetail } from '#db/queries/readings.ts'
import { archiveUrl } from '#lib/catalogue/archive-url.ts'
import { dayInWords } from '#lib/format.ts'

/** The way to the work itself: its address, and an archived copy where that may have gone. */
export function OpenLink({ reading }: { reading: ReadingDetail }) {
  const host = new URL(reading.url).host.replace(/^www\./, '')
  const gone = reading.delistedOn !== null || reading.link?.status === 'dead'
  return (
    <div className="mt-6">
      {gone && (
        <p className="notice mb-4 max-w-[65ch]">
          {reading.delistedOn
            ? `The list dropped this reading on ${dayInWords(reading.delistedOn)}, most often because its link had died.`
            : 'Its link was dead when last checked.'}{' '}
          The archived copy is from about the day it was listed.
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {gone && (
          <a className="button button-main" href={archiveUrl(reading.url, reading.listedOn)}>
            Open the archived copy
          </a>
        )}
        <a className={gone ? 'button' : 'button button-main'} href={reading.url} data-open-reading={reading.id}>
          {gone ? 'Try the original' : `Open on ${host}`} <span aria-hidden>↗</span>
        </a>
        {!gone && (
          <a className="small quiet py-1" href={archiveUrl(reading.url, reading.listedOn)}>
            Archived copy
          </a>
        )}
      </p>
    </div>
  )
}
