import sanitizeHtml from 'sanitize-html'
import type { z } from 'zod'
import type { RouteHandler } from '#app/_server/handle.ts'
import type { AnswerOf, EndpointName, Sent } from '#lib/api/endpoints.ts'

/** Calls an endpoint for the holder of the token. @throws ToolRefusal with what the endpoint says. */
export type Ask = <N extends EndpointName>(
  name: N,
  handler: RouteHandler,
  ...given: Record<never, never> extends Sent<N> ? [given?: Sent<N>] : [given: Sent<N>]
) => Promise<AnswerOf<N>>

/** A tool for agents: what it is called, what it takes, and what it answers, which is small. */
export interface Tool {
  name: string
  title: string
  description: string
  /** Whether it changes something. The endpoints behind it refuse a token that may only read. */
  writes?: true
  input: z.ZodObject
  run: (input: unknown, ask: Ask) => Promise<object>
}

/** Writes a tool down with its input typed. */
export function tool<S extends z.ZodObject>(
  given: Omit<Tool, 'input' | 'run'> & { input: S; run: (input: z.output<S>, ask: Ask) => Promise<object> },
): Tool {
  return given as unknown as Tool
}

/** What an endpoint did not do, in a sentence for the agent. */
export class ToolRefusal extends Error {
  override name = 'ToolRefusal'
}

/** Words that somebody else wrote, marked as such. */
export function untrusted(by: string, text: string) {
  return { by, untrusted: true, text }
}

/** The beginning of a text. */
export function excerpt(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).trimEnd()}…`
}

/** The words of HTML. */
export function plainText(html: string): string {
  return sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} }).trim()
}
