import { createReadStream } from 'node:fs'
import { type ArchiveHead, type ArchivePart, ArchiveReader } from './archive-reader.ts'

/** Bytes that are read in one go: some 5 ms of work, after which others have their turn. */
const chunkBytes = 32_768

/** An archive in a file, gone through anew each time. */
export interface FileSource {
  /** Rows as they come; at the end what the archive says of itself, and whether the body says to write it. */
  parts: () => AsyncGenerator<ArchivePart[], { head: ArchiveHead; apply: boolean }>
}

/** The body that brings an archive in, in a file of any size. What is wrong with it is told while it is gone through. */
export function fileSource(file: string): FileSource {
  return {
    async *parts() {
      const parts: ArchivePart[] = []
      const reader = new ArchiveReader((part) => parts.push(part))
      for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes })) {
        reader.write(chunk as Uint8Array)
        yield parts.splice(0)
        await new Promise((resolve) => setImmediate(resolve))
      }
      const head = reader.end()
      yield parts
      return { head, apply: reader.apply }
    },
  }
}
