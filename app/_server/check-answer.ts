import type { z } from 'zod'
import { OwnError } from '#lib/log.ts'

/** Outside production, and where `CHECK_ANSWERS=1` asks for it, as the browser tests do. */
export const checksAnswers = process.env.NODE_ENV !== 'production' || process.env.CHECK_ANSWERS === '1'

/**
 * Holds an answer, as it goes over the wire, against its schema.
 * @throws Error where they differ: the request then fails with 500, and the log says where the answer is wrong.
 */
export function checkAnswer(schema: z.ZodType, body: unknown, where: string): void {
  if (!checksAnswers) return
  const parsed = schema.safeParse(JSON.parse(JSON.stringify(body)))
  if (parsed.success) return
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`)
  throw new OwnError(`The answer of ${where} is not what lib/api says. ${issues.join('; ')}`)
}
