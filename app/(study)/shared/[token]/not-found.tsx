import type { Metadata } from 'next'
import { deadLinkDetail } from '#lib/sharing/link-state.ts'

export const metadata: Metadata = {
  title: 'A link that does not work',
  description: deadLinkDetail,
  referrer: 'no-referrer',
}

/** The page for every link that does not open a plan. */
export default function DeadLink() {
  return (
    <div className="max-w-[65ch]">
      <h1>This link does not lead to a plan</h1>
      <p className="prose mt-3">{deadLinkDetail}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        <a className="button" href="/plans">
          Your plans
        </a>
        <a className="button" href="/catalogue">
          The catalogue
        </a>
      </p>
    </div>
  )
}
