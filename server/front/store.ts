import { LRUCache } from 'lru-cache'
import { type Kept, sizeOf } from './kept.ts'

const MB = 2 ** 20

const pool = (megabytes: number) =>
  new LRUCache<string, Kept>({ maxSize: megabytes * MB, maxEntrySize: 4 * MB, sizeCalculation: sizeOf })

/**
 * The finished answers, in three pools, so that nobody pushes the pages out by searching for a million words.
 * What was used longest ago goes first.
 */
export class Store {
  readonly #pools = { page: pool(40), file: pool(10), query: pool(8) }
  /** Counts how often it was emptied: what was begun before must not be kept after. */
  epoch = 0

  /** @param path without its query; @param url with it. */
  get(path: string, url: string): Kept | undefined {
    return this.#pools.page.get(path) ?? this.#pools.file.get(path) ?? this.#pools.query.get(url)
  }

  /** @param kind `page`: the same whatever the query; `file`: of the build, whatever the catalogue holds. */
  set(kind: 'page' | 'file' | 'query', key: string, kept: Kept): void {
    const pool = this.#pools[kind]
    pool.set(key, kept)
    kept.grown = () => {
      if (pool.peek(key) === kept) pool.set(key, kept)
    }
  }

  /** Forgets everything that may show the catalogue. */
  clear(): void {
    this.epoch++
    this.#pools.page.clear()
    this.#pools.query.clear()
  }

  /** Bytes of memory that are taken. */
  get bytes(): number {
    return Object.values(this.#pools).reduce((sum, pool) => sum + pool.calculatedSize, 0)
  }
}
