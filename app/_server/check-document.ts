import { z } from 'zod'
import type { EndpointName } from '#lib/api/endpoints.ts'
import { type Operation, operationOf } from '#lib/api/openapi.ts'
import { OwnError } from '#lib/log.ts'
import { checksAnswers } from './check-answer.ts'

/** What was sent with a request and answered to it, as it went over the wire. */
export interface Exchange {
  query: Record<string, string | string[]>
  body: unknown
  status: number
  answer: unknown
}

interface Checks {
  query: { name: string; required: boolean; isNumber: boolean; check: z.ZodType }[]
  body: z.ZodType | null
  answers: Map<string, z.ZodType>
}

const known = new Map<EndpointName, Checks>()

/**
 * Holds a request that was done, and its answer, against the OpenAPI document, whose schemas are read back from JSON
 * for it. Where answers are checked only: outside production and in the browser tests.
 * @throws Error where they differ: the request then fails with 500, and the log says where.
 */
export function checkDocument(name: EndpointName, { query, body, status, answer }: Exchange): void {
  if (!checksAnswers) return
  let checks = known.get(name)
  if (!checks) known.set(name, (checks = readOperation(operationOf(name))))
  for (const { name: parameter, required, isNumber, check } of checks.query) {
    const given = query[parameter]
    if (given === undefined && !required) continue
    hold(check, isNumber ? Number(given) : given, `${name}, ?${parameter}`)
  }
  if (checks.body && body !== undefined) hold(checks.body, body, `${name}, body`)
  const expected = checks.answers.get(String(status))
  if (expected === undefined) throw new OwnError(`The OpenAPI document does not say that ${name} answers ${status}.`)
  hold(expected, answer === undefined ? undefined : JSON.parse(JSON.stringify(answer)), `${name}, answer`)
}

function readOperation({ parameters, requestBody, responses }: Operation): Checks {
  const answers = Object.entries(responses).flatMap(([status, response]) => {
    if ('$ref' in response) return []
    const schema = response.content?.['application/json']?.schema
    return [[status, schema ? z.fromJSONSchema(schema) : z.any()] as const]
  })
  const body = requestBody?.content['application/json']?.schema
  return {
    query: parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, required, schema }) => ({
        name,
        required,
        isNumber: ['number', 'integer'].includes(String(schema.type)),
        check: z.fromJSONSchema(schema),
      })),
    body: body ? z.fromJSONSchema(body) : null,
    answers: new Map(answers),
  }
}

function hold(schema: z.ZodType, value: unknown, where: string): void {
  const parsed = schema.safeParse(value)
  if (parsed.success) return
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`)
  throw new OwnError(`${where} is not what the OpenAPI document says. ${issues.join('; ')}`)
}
