import { isUtf8 } from 'node:buffer'

/** The text is not JSON, or not of a form that is read here. */
export class NotJson extends Error {}

/** What to do with the value at a path: read it whole, go into it, or pass over it unread. */
export type Choice = 'read' | 'enter' | 'skip'

/** The way to a value: names in objects, numbers in arrays. */
export type Path = readonly (string | number)[]

/** How deep a value that is read may be nested, and how many bytes it may have. */
const most = { depth: 32, bytes: 4_000_000 }

interface Frame {
  isArray: boolean
  key: string | number
}

/** A value that is being gone through, up to its end. */
interface Running {
  keep: boolean
  kind: 'container' | 'string' | 'scalar'
  depth: number
  inString: boolean
  escaped: boolean
  parts: Uint8Array[]
  bytes: number
}

const code = (character: string) => character.charCodeAt(0)
const [quote, backslash, comma, colon] = [code('"'), code('\\'), code(','), code(':')]
const [openArray, closeArray, openObject, closeObject] = [code('['), code(']'), code('{'), code('}')]
const isSpace = (byte: number) => byte === 32 || byte === 10 || byte === 13 || byte === 9

/**
 * Reads a JSON text that may be larger than memory: chunk by chunk, giving out the values at the paths that `choose`
 * says to read. What is passed over is never built, and a value is held in memory while it is read, never more.
 * `JSON.parse` reads the values themselves.
 */
export class JsonRows {
  readonly #choose: (path: Path) => Choice
  readonly #found: (path: Path, value: unknown) => void
  readonly #frames: Frame[] = []
  #expects: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'more' | 'nothing' = 'value'
  #running: Running | null = null

  constructor(choose: (path: Path) => Choice, found: (path: Path, value: unknown) => void) {
    this.#choose = choose
    this.#found = found
  }

  /** @throws NotJson as soon as it is seen. */
  write(chunk: Uint8Array): void {
    let at = 0
    while (at < chunk.length) at = this.#running ? this.#run(this.#running, chunk, at) : this.#step(chunk, at)
  }

  /** @throws NotJson when the text ends too early. */
  end(): void {
    if (this.#expects !== 'nothing') throw new NotJson('The text ends too early.')
  }

  get #path(): Path {
    return this.#frames.map((frame) => frame.key)
  }

  /** One character between values. */
  #step(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0
    if (isSpace(byte)) return at + 1
    const frame = this.#frames.at(-1)
    const expects = this.#expects
    if (expects === 'colon' && byte === colon) this.#expects = 'value'
    else if (expects === 'more' && byte === comma && frame) {
      if (frame.isArray) frame.key = Number(frame.key) + 1
      this.#expects = frame.isArray ? 'value' : 'key'
    } else if (frame && byte === (frame.isArray ? closeArray : closeObject) && /more|or end/.test(expects)) {
      this.#frames.pop()
      this.#expects = this.#frames.length > 0 ? 'more' : 'nothing'
    } else if (expects.startsWith('key') && byte === quote) {
      this.#running = begin('string', true)
      return at
    } else if (expects.startsWith('value')) return this.#value(byte, at)
    else throw new NotJson('This is not JSON.')
    return at + 1
  }

  #value(byte: number, at: number): number {
    const choice = this.#choose(this.#path)
    const isContainer = byte === openArray || byte === openObject
    if (choice === 'enter' && isContainer) {
      const isArray = byte === openArray
      this.#frames.push({ isArray, key: isArray ? 0 : '' })
      this.#expects = isArray ? 'value or end' : 'key or end'
      return at + 1
    }
    this.#running = begin(isContainer ? 'container' : byte === quote ? 'string' : 'scalar', choice !== 'skip')
    return at
  }

  /** On through the value that is running; gives where it stopped. */
  #run(running: Running, chunk: Uint8Array, from: number): number {
    let at = from
    let isOver = false
    while (at < chunk.length && !isOver) {
      const byte = chunk[at] ?? 0
      if (running.inString) {
        if (running.escaped) running.escaped = false
        else if (byte === backslash) running.escaped = true
        else if (byte === quote) {
          running.inString = false
          isOver = running.kind === 'string'
        }
      } else if (running.kind === 'scalar') {
        if (byte === comma || byte === closeArray || byte === closeObject || isSpace(byte)) {
          isOver = true
          break
        }
      } else if (byte === quote) running.inString = true
      else if (byte === openArray || byte === openObject) {
        running.depth++
        if (running.depth > most.depth) throw new NotJson('This is nested too deep.')
      } else if (byte === closeArray || byte === closeObject) {
        running.depth--
        isOver = running.depth === 0
      }
      at++
    }
    if (running.keep) {
      running.bytes += at - from
      if (running.bytes > most.bytes) throw new NotJson(`A single entry is larger than ${most.bytes / 1e6} MB.`)
      running.parts.push(chunk.slice(from, at))
    }
    if (isOver) this.#finish(running)
    return at
  }

  #finish({ keep, parts }: Running): void {
    this.#running = null
    const value = keep ? parse(Buffer.concat(parts)) : undefined
    const frame = this.#frames.at(-1)
    if (frame && this.#expects.startsWith('key')) {
      frame.key = String(value)
      this.#expects = 'colon'
      return
    }
    if (keep) this.#found(this.#path, value)
    this.#expects = frame ? 'more' : 'nothing'
  }
}

function begin(kind: Running['kind'], keep: boolean): Running {
  return { keep, kind, depth: 0, inString: false, escaped: false, parts: [], bytes: 0 }
}

function parse(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) throw new NotJson('This is not UTF-8 text.')
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown
  } catch {
    throw new NotJson('This is not JSON.')
  }
}
