import type { ReadingDetail } from '#lib/api/catalogue.ts'
import { archiveUrl } from '#lib/catalogue/archive-url.ts'
import { dayInWords } from '#lib/format.ts'
import { personSaid } from '#lib/link-checks/outcome.ts'
import { ReportLink } from './report-link.tsx'

/** The link to the work itself, and to an archived copy where the link may be dead. */
export function OpenLink({ reading }: { reading: ReadingDetail }) {
  const host = new URL(reading.url).host.replace(/^www\./, '')
  const gone = reading.delistedOn !== null || reading.link?.status === 'dead'
  const { link } = reading
  const moved =
    !gone && link?.status === 'moved' && link.location !== null
      ? { location: link.location, checkedOn: link.checkedOn }
      : null
  return (
    <div className="mt-6">
      {gone && (
        <p className="notice mb-4 max-w-[65ch]">
          {reading.delistedOn
            ? `The list dropped this reading on ${dayInWords(reading.delistedOn)}, most often because its link had died.`
            : `Its link was dead when last checked, on ${dayInWords(reading.link?.checkedOn ?? reading.listedOn)}.`}{' '}
          The archived copy is from about the day it was listed.
        </p>
      )}
      {moved && (
        <p className="notice mb-4 max-w-[65ch]">
          Seen on {dayInWords(moved.checkedOn)}: it has moved to{' '}
          <a href={moved.location} className="break-all">
            {moved.location}
          </a>
          , where its address leads.
        </p>
      )}
      {!gone && reading.link?.reason === personSaid.paywall && (
        <p className="small quiet mb-3">Behind a paywall, as a reader found.</p>
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
      <ReportLink readingId={reading.id} />
    </div>
  )
}
