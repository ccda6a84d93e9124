import type { PresentReading } from './catalogue-change.ts'
import { pushTo } from '../push-to.ts'
import type { IncomingWork } from './incoming-works.ts'
import { addressKey } from '../addresses/same-address.ts'

/** Which reading an incoming work is, by the work's key; and which work took a reading, by its id. */
export class Pairs {
  readonly readingOf = new Map<string, PresentReading>()
  readonly taken = new Map<string, IncomingWork>()

  take(work: IncomingWork, reading: PresentReading): void {
    this.readingOf.set(work.key, reading)
    this.taken.set(reading.id, work)
  }

  isOpen(work: IncomingWork): boolean {
    return !this.readingOf.has(work.key)
  }
}

/**
 * Pairs works and readings of the same address: all present addresses first, then former ones, so that a reading whose
 * own address is listed is never taken for one that used to stand there. Among several readings at one address, a
 * listed one comes before a delisted one, then one known under a title of the work, then the lower id.
 */
export function matchByAddress(
  works: readonly IncomingWork[],
  readings: readonly PresentReading[],
  pairs: Pairs,
): void {
  for (const addresses of [(r: PresentReading) => [r.url], (r: PresentReading) => r.formerUrls]) {
    const index = new Map<string, PresentReading[]>()
    for (const reading of readings) {
      for (const address of addresses(reading)) {
        const key = addressKey(address)
        if (key) pushTo(index, key, reading)
      }
    }
    for (const work of works.filter((each) => pairs.isOpen(each))) {
      const open = (index.get(work.key) ?? []).filter((reading) => !pairs.taken.has(reading.id))
      const best = open.toSorted((a, b) => rank(a, work) - rank(b, work) || (a.id < b.id ? -1 : 1))[0]
      if (best) pairs.take(work, best)
    }
  }
}

function rank(reading: PresentReading, work: IncomingWork): number {
  const titles = new Set(reading.listings.map((listing) => listing.title))
  return (reading.delistedOn === null ? 0 : 2) + (work.listings.some(({ title }) => titles.has(title)) ? 0 : 1)
}
