/** What a line of the log may hold besides its words: nothing that a person wrote, no address, no token. */
export type LogFields = Record<string, string | number | boolean | null | undefined>

/** Writes one line of JSON to the error stream: when, how grave, what. */
export function log(level: 'error' | 'warn' | 'info', event: string, fields: LogFields = {}): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`)
}

/** An error whose message is all our own words, and may stand in a log. */
export class OwnError extends Error {}

/**
 * What of an error may stand in a log: its kind and where it was thrown. Its message is left out, which may quote what
 * somebody typed, but for the messages of SQLite and the system, which name tables and files alone.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { kind: typeof error }
  const cause = error.cause instanceof Error ? error.cause : error
  const code = 'code' in cause ? String(cause.code) : undefined
  const isOurs = error instanceof OwnError || (code !== undefined && /^(SQLITE_|E[A-Z]+$)/.test(code))
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    kind: error.name,
    code,
    message: isOurs ? cause.message : undefined,
    stack: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' | '),
  }
}
