import { Feed } from 'feed'
import { escapeHtml } from '#lib/html.ts'

/** A plan's activity, as a feed reader is told it. */
export interface ActivityFeed {
  /** The address of the feed itself, the secret in it. */
  address: string
  /** The address of the plan, for those who are on it. */
  planAddress: string
  title: string
  /** Milliseconds, UTC: when the newest of it happened, or the plan was made. */
  updatedAt: number
  entries: { id: string; text: string; at: number }[]
}

/** An Atom feed (RFC 4287). Ids are tag-less URNs of the events, so that an address that is renewed repeats none. */
export function toAtom({ address, planAddress, title, updatedAt, entries }: ActivityFeed): string {
  const feed = new Feed({
    id: planAddress,
    title: printable(`${title}: activity`),
    link: planAddress,
    feedLinks: { atom: address },
    updated: new Date(updatedAt),
    generator: 'Loadpath',
  })
  for (const { id, text, at } of entries)
    feed.addItem({
      id: `urn:loadpath:event:${encodeURIComponent(id)}`,
      // The library says of an entry's title that it is HTML.
      title: escapeHtml(printable(text)),
      link: planAddress,
      date: new Date(at),
    })
  return feed.atom1()
}

/** XML 1.0 cannot hold control characters, not even escaped. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ' ')
}
