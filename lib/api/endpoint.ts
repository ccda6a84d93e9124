import type { z } from 'zod'

/** The verbs of routes. A page has GET alone; HEAD and OPTIONS follow GET. */
export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * What one endpoint takes in and what it answers. Bodies may change what they read (trim, default); answers are plain
 * strict objects, so that anything beyond what is named here is noticed.
 */
export interface EndpointShape {
  /** The folders in brackets. What does not fit is not there: 404. */
  params?: z.ZodType
  /** The query: a text each, a list where a name comes twice. 422. */
  query?: z.ZodType
  /** The JSON body. Without a schema a body is never read. 422. */
  body?: z.ZodType
  /** `streamed`: the handler reads the body itself, piece by piece, for it may be larger than memory. */
  bodyIs?: 'streamed'
  /** Most bytes of the body; 64 kB unless told. 413. */
  bodyBytes?: number
  /** The JSON of a success; `nothing` is 204, `file` something other than JSON. */
  answer: z.ZodType | 'nothing' | 'file'
  /** Of a success with an answer; 200 unless told. */
  status?: 201
}

/** What a schema takes in, as a caller has it: lists that it only reads may be readonly. */
export type InputOf<S extends z.ZodType> = ReadonlyLists<z.input<S>>
type ReadonlyLists<T> = T extends readonly (infer U)[]
  ? readonly ReadonlyLists<U>[]
  : T extends object
    ? { [K in keyof T]: ReadonlyLists<T[K]> }
    : T

/** The endpoints of one domain: verb and path below `/api/v1/`, folders in brackets, as Next names them. */
export type EndpointPage = Record<`${Verb} ${string}`, EndpointShape>
