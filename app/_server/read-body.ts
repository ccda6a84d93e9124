import { Problem } from '#lib/problems.ts'

/**
 * The body of a request, piece by piece. Counts what really comes in and stops at `limit` bytes, whatever
 * `Content-Length` says.
 * @throws Problem 413 over the limit.
 */
export async function* bodyChunks(request: Request, limit: number): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    new Problem(413, 'Too large', `This takes at most ${Math.floor(limit / 1000)} kB.`, { limitBytes: limit })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      throw tooLarge()
    }
    yield value
  }
}

/**
 * The body of a request as text.
 * @throws Problem 413 over the limit, 400 when it is not UTF-8.
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bodyChunks(request, limit)) chunks.push(chunk)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Problem(400, 'Not readable', 'The body is not UTF-8 text.')
  }
}

/** @throws Problem 415 for a body that is not sent as JSON. */
export function requireJson(request: Request): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new Problem(415, 'Wrong kind of body', 'Send JSON, with Content-Type: application/json.')
}

/**
 * The JSON body of a request.
 * @throws Problem 415 when it is not sent as JSON, 413 over the limit, 400 when it is none.
 */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  requireJson(request)
  const text = await readText(request, limit)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Problem(400, 'Not readable', 'The body is not JSON.')
  }
}
