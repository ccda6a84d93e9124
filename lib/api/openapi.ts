import { z } from 'zod'
import { type Access, endpointAccess } from './access-table.ts'
import type { EndpointShape } from './endpoint.ts'
import { type EndpointName, endpoints } from './endpoints.ts'
import { summaryOf } from './summaries.ts'
import { tokenReach } from './token-reach.ts'

/** A JSON Schema of the 2020-12 draft, as OpenAPI 3.1 takes it. */
type Schema = Record<string, unknown>

/** An OpenAPI document, as far as this program reads its own. */
export interface OpenApi extends Record<string, unknown> {
  openapi: string
  paths: Record<string, Record<string, Operation>>
}

/** Schemas by media type. */
type Content = Record<string, { schema: Schema }>

/** One verb of one path. */
export interface Operation extends Record<string, unknown> {
  operationId: string
  summary: string
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { required: true; content: Content }
  responses: Record<string, { $ref: string } | { description: string; content?: Content }>
}

/**
 * All endpoints below `/api/v1/` as an OpenAPI 3.1 document, made from the schemas by which their requests are checked.
 * Costs some 100 ms: keep it.
 * @param origin where this server stands, without a slash at the end; empty for "the one this came from".
 */
export function openApiDocument(origin = ''): OpenApi {
  const paths: OpenApi['paths'] = {}
  const names = Object.keys(endpoints) as EndpointName[]
  for (const name of names) {
    const [verb = '', path = ''] = name.split(' ')
    const address = `/${path.replaceAll(/\[(\w+)\]/g, '{$1}')}`
    paths[address] = { ...paths[address], [verb.toLowerCase()]: operationOf(name) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Loadpath',
      version: '1',
      summary: 'A catalogue of readings on how large systems scale, and one’s own study of it.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    tags: [...new Set(names.map(rootOf))].toSorted().map((name) => ({ name })),
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token made in the settings.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'loadpath.session',
          description: 'A browser that is signed in.',
        },
      },
      schemas: { Problem: problem },
      responses: {
        Problem: {
          description: 'It was not done, and this says why (RFC 9457).',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

const rootOf = (name: EndpointName) => name.slice(name.indexOf(' ') + 1).split('/')[0] ?? ''

/** What the document says of one endpoint. */
export function operationOf(name: EndpointName): Operation {
  const shape: EndpointShape = endpoints[name]
  const reach = tokenReach(name)
  return {
    operationId: operationId(name),
    summary: summaryOf(name),
    ...('refused' in reach ? { description: reach.refused } : { 'x-token-scope': reach.scope }),
    tags: [rootOf(name)],
    security: securityOf(endpointAccess[name], 'scope' in reach),
    parameters: [...parametersOf(shape.params, 'path'), ...parametersOf(shape.query, 'query')],
    ...(shape.body ? { requestBody: { required: true, content: json(schemaOf(shape.body, 'input')) } } : {}),
    responses: {
      ...success(shape),
      ...Object.fromEntries(refusals(shape, endpointAccess[name]).map((status) => [status, { $ref: problemAnswer }])),
      default: { $ref: problemAnswer },
    },
  }
}

/** `PUT marks/[readingId]`: `putMarksReadingId`. */
function operationId(name: EndpointName): string {
  const [verb = '', ...words] = name.split(/[^A-Za-z0-9]+/).filter(Boolean)
  return verb.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function securityOf(access: Access, byToken: boolean): Record<string, string[]>[] {
  const ways: Record<string, string[]>[] = [...(byToken ? [{ token: [] }] : []), { session: [] }]
  return access === 'anyone' || access === 'token' ? [{}, ...ways] : ways
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Operation['parameters'] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Schema; required?: string[] }
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value as Schema,
  }))
}

function success({ answer, status }: EndpointShape): Operation['responses'] {
  if (answer === 'nothing') return { 204: { description: 'Done.' } }
  const content: Content = answer === 'file' ? { '*/*': { schema: {} } } : json(schemaOf(answer, 'output'))
  const description = answer === 'file' ? 'The file.' : status === 201 ? 'Made.' : 'Done.'
  // What is made by the first of two equal requests is there for the second.
  if (status === 201) return { 201: { description, content }, 200: { description: 'It was there already.', content } }
  return { 200: { description, content } }
}

function refusals({ params, query, body }: EndpointShape, access: Access): number[] {
  const wantsPerson = access !== 'anyone' && access !== 'token'
  return [400, ...(wantsPerson ? [401, 403] : []), ...(params ? [404] : []), ...(query || body ? [422] : []), 429]
}

const problemAnswer = '#/components/responses/Problem'
const json = (schema: Schema): Content => ({ 'application/json': { schema } })

const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'A sentence for people.' },
    field: { type: 'string', description: 'The field at fault, as a dotted path.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'detail'],
        properties: { field: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    current: { description: 'With 409: how it stands now.' },
    retryAfterSeconds: { type: 'number' },
  },
}

/** A schema as JSON Schema, without what every whole number has by JavaScript's nature. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override({ jsonSchema }) {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      // An object with one value for each of some names: the names written out.
      const { propertyNames, required, additionalProperties } = jsonSchema
      if (propertyNames && required && !jsonSchema.properties && typeof additionalProperties === 'object') {
        jsonSchema.properties = Object.fromEntries(required.map((key) => [key, additionalProperties]))
        jsonSchema.additionalProperties = false
        delete jsonSchema.propertyNames
      }
    },
  })
  return rest as Schema
}

/** The verb and path of an operation, as the endpoints are named. For the tests that hold one against the other. */
export function nameOf(verb: string, path: string): string {
  return `${verb.toUpperCase()} ${path.slice(1).replaceAll(/\{(\w+)\}/g, '[$1]')}`
}
