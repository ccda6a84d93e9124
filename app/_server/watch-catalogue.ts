import { getCatalogueFingerprint } from '#db/queries/catalogue/catalogue-state.ts'
import { searchMemory } from '#db/queries/search/search.ts'
import { innerHeader, innerSecret } from '#lib/inner-secret.ts'
import { settings } from '#lib/settings.ts'
import { servedCatalogue } from './refresh-catalogue.ts'

const everyMs = 2000

/**
 * Looks every few seconds whether the catalogue changed: the search then reads it anew, a second or two for 100,000
 * readings, which is better done now than for a person. Under `next dev` it also has the static pages made anew, which
 * can only be asked for from inside a request, so Next asks itself; otherwise `server/` has done so at once.
 */
export function watchCatalogue(hasServer: boolean): void {
  const { PORT, HOST } = settings()
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST
  const look = async () => {
    searchMemory()
    if (hasServer) return
    const fingerprint = await getCatalogueFingerprint()
    if (fingerprint !== servedCatalogue.fingerprint())
      await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/catalogue-changed`, {
        method: 'POST',
        headers: { [innerHeader]: innerSecret() },
      })
  }
  const timer = setInterval(() => void look().catch(() => undefined), everyMs)
  timer.unref()
}
