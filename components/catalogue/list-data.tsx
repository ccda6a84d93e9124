import { listData } from '#lib/catalogue/structured-data.ts'
import { StructuredData } from './structured-data.tsx'

/** Tells search engines what a page lists. Addresses are whole, so without an `origin` there is nothing to tell. */
export function ListData({ origin, name, paths }: { origin: string | null; name: string; paths: string[] }) {
  return origin === null ? null : <StructuredData data={listData(origin, name, paths)} />
}
