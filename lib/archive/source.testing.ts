import type { Archive } from '#lib/api/archive-file.ts'
import { type ArchivePart, ArchiveReader } from './archive-reader.ts'
import type { FileSource } from './file-source.ts'

/** An archive as a source to import from: through JSON and the reader, as a file comes. */
export function sourceOf(archive: Archive, apply: boolean): FileSource {
  const bytes = Buffer.from(JSON.stringify({ archive, apply }))
  return {
    async *parts() {
      const parts: ArchivePart[] = []
      const reader = new ArchiveReader((part) => parts.push(part))
      for (let at = 0; at < bytes.length; at += 1000) reader.write(bytes.subarray(at, at + 1000))
      const head = reader.end()
      yield parts
      return { head, apply }
    },
  }
}
