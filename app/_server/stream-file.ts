const pieceBytes = 64_000

/**
 * A file to download that is made while it is sent: no more of it stands in memory than the network takes, and others
 * have their turn between the pieces.
 */
export function streamFile(pieces: Iterator<string | Uint8Array>, name: string, type: string): Response {
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve))
      let bytes = 0
      while (bytes < pieceBytes) {
        const next = pieces.next()
        if (next.done) {
          controller.close()
          return
        }
        const piece = typeof next.value === 'string' ? encoder.encode(next.value) : next.value
        bytes += piece.byteLength
        controller.enqueue(piece)
      }
    },
  })
  return new Response(stream, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
}
