import { Feed } from 'feed'
import { escapeHtml } from '#lib/html.ts'

/** Readings as a feed reader is told them, the newest first. */
export interface ReadingFeed {
  /** The address of the feed itself, and of the page that shows the same. */
  address: string
  page: string
  title: string
  /** `at`: milliseconds, UTC. `id` stays when the reading's title or address changes. */
  entries: { id: string; title: string; says: string; link: string; at: number }[]
}

/** An Atom feed (RFC 4287). An entry's id is a URN, so that a feed that moves repeats none. */
export function readingFeed({ address, page, title, entries }: ReadingFeed): string {
  const feed = new Feed({
    id: page,
    title: printable(title),
    link: page,
    feedLinks: { atom: address },
    updated: new Date(Math.max(0, ...entries.map(({ at }) => at))),
    generator: 'Loadpath',
  })
  for (const { id, title, says, link, at } of entries)
    feed.addItem({
      id: `urn:loadpath:${id}`,
      // The library says of these that they are HTML.
      title: escapeHtml(printable(title)),
      description: escapeHtml(printable(says)),
      link,
      date: new Date(at),
    })
  return feed.atom1()
}

/** XML 1.0 cannot hold control characters, not even escaped. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ' ')
}
