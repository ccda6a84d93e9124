import type { EndpointName, Sent } from './endpoints.ts'

/** A request that the page of the API shows, and that the tests send. */
export interface Example {
  title: string
  says: string
  name: EndpointName
  params?: Record<string, string>
  query?: string
  body?: unknown
  /** Whether it goes without a token. */
  open?: boolean
  status: number
}

const reading = 'distributed-locking-at-uber'
const card = {
  problem: 'Two workers must not run the same job.',
  numbers: '10,000 jobs a second',
  choice: 'A lease with a fencing token',
  tradeOff: 'A slow holder loses its lease',
  useWhen: 'The work is not idempotent',
}

/** In the order in which somebody would try them. */
export const examples: Example[] = [
  {
    title: 'Search the catalogue',
    says: 'The catalogue is public: no token.',
    name: 'GET readings',
    query: 'q=kafka&limit=3',
    open: true,
    status: 200,
  },
  {
    title: 'What does today hold?',
    says: 'Over all your plans, in the order in which to do it.',
    name: 'GET today',
    status: 200,
  },
  {
    title: 'Mark a reading as done',
    says: 'A PUT sets a value: send it twice and nothing more happens.',
    name: 'PUT marks/[readingId]',
    params: { readingId: reading },
    body: { status: 'done' } satisfies Sent<'PUT marks/[readingId]'>['body'],
    status: 200,
  },
  {
    title: 'Save a note with its case card',
    says: 'version is the one that you read, 0 for a new note. If somebody saved in between you get 409 and the present note.',
    name: 'PUT notes/[readingId]',
    params: { readingId: reading },
    body: {
      markdown: 'Fencing tokens matter more than the lock.',
      card,
      version: 0,
    } satisfies Sent<'PUT notes/[readingId]'>['body'],
    status: 200,
  },
  {
    title: 'A mistake, and what comes back',
    says: 'Problem details (RFC 9457) that name the field.',
    name: 'PUT marks/[readingId]',
    params: { readingId: reading },
    body: { status: 'read' },
    status: 422,
  },
]

/** The path of an example below the server's address. */
export function pathOf({ name, params = {}, query }: Example): string {
  const path = name.slice(name.indexOf(' ') + 1).replaceAll(/\[(\w+)\]/g, (_, key: string) => params[key] ?? '')
  return `/api/v1/${path}${query ? `?${query}` : ''}`
}

/** An example as one types it into a shell that knows `$LOADPATH` and `$TOKEN`. */
export function curlOf(example: Example): string {
  const verb = example.name.slice(0, example.name.indexOf(' '))
  const lines = [`curl ${verb === 'GET' ? '' : `-X ${verb} `}"$LOADPATH${pathOf(example)}"`]
  if (!example.open) lines.push('-H "Authorization: Bearer $TOKEN"')
  if (example.body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`)
    lines.push(`-d '${JSON.stringify(example.body, null, 2)}'`)
  }
  return lines.join(' \\\n  ')
}
