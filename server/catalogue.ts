import { watchCatalogue } from '#db/catalogue-watch.ts'
import type { Front } from './front/front.ts'
import { innerPost } from './inner-request.ts'
import type { AnswerServer } from './answer.ts'

/** Keeps what is shown in step with the catalogue of the database, whoever changes it. */
export interface CatalogueGuard {
  /** A promise to wait for while pages are being marked stale, or null when everything is current. */
  pending: () => Promise<void> | null
  close: () => void
}

/**
 * Compares the catalogue with the one that is shown, at every request (3 µs): when it changed, the finished answers are
 * forgotten and Next marks its pages stale before anything else is answered.
 * @param built names the catalogue that the build's pages show.
 */
export function guardCatalogue(file: string, built: string, server: AnswerServer, front: Front | null): CatalogueGuard {
  const watch = watchCatalogue(file)
  let shown = built
  let refresh: Promise<void> | null = null
  return {
    pending() {
      const now = watch.fingerprint()
      if (now === shown) return refresh
      shown = now
      front?.clear()
      const mine = innerPost(server, '/api/catalogue-changed')
        .catch((error: unknown) => {
          console.error('The changed catalogue could not be taken over:', error)
          // Tried again at the next request.
          shown = ''
        })
        .finally(() => {
          if (refresh === mine) refresh = null
        })
      refresh = mine
      return mine
    },
    close: () => watch.close(),
  }
}
