import type { z } from 'zod'
import { accountEndpoints } from './accounts.ts'
import { answerEndpoints } from './answers.ts'
import { archiveEndpoints } from './archive.ts'
import { busyCalendarEndpoints } from './busy-calendar.ts'
import { calendarEndpoints } from './calendar-feeds.ts'
import { catalogueEndpoints } from './catalogue.ts'
import { coverageEndpoints } from './coverage.ts'
import type { EndpointShape, InputOf } from './endpoint.ts'
import { feedEndpoints } from './feeds.ts'
import { inboxEndpoints } from './inbox.ts'
import { factorEndpoints } from './factors.ts'
import { estimateEndpoints } from './estimates.ts'
import { interviewEndpoints } from './interviews.ts'
import { listEndpoints } from './lists.ts'
import { markEndpoints } from './marks.ts'
import { noteEndpoints } from './notes.ts'
import { phaseEndpoints } from './phases.ts'
import { offerEndpoints } from './own-offers.ts'
import { ownReadingEndpoints } from './own-readings.ts'
import { peopleEndpoints } from './people.ts'
import { planEndpoints } from './plans.ts'
import { quoteEndpoints } from './quotes.ts'
import { readThroughEndpoints } from './read-throughs.ts'
import { questionEndpoints } from './questions.ts'
import { reviewEndpoints } from './reviews.ts'
import { proposalEndpoints } from './proposals.ts'
import { searchEndpoints } from './search.ts'
import { sharingEndpoints } from './sharing.ts'
import { timerEndpoints } from './timers.ts'
import { tokenEndpoints } from './tokens.ts'

/**
 * Every endpoint below `/api/v1/`, by verb and path. The server reads what each takes in from here; the browser imports
 * the types alone, which keeps zod out of it.
 */
export const endpoints = {
  ...accountEndpoints,
  ...answerEndpoints,
  ...archiveEndpoints,
  ...busyCalendarEndpoints,
  ...calendarEndpoints,
  ...catalogueEndpoints,
  ...coverageEndpoints,
  ...inboxEndpoints,
  ...factorEndpoints,
  ...estimateEndpoints,
  ...interviewEndpoints,
  ...listEndpoints,
  ...markEndpoints,
  ...noteEndpoints,
  ...phaseEndpoints,
  ...offerEndpoints,
  ...ownReadingEndpoints,
  ...quoteEndpoints,
  ...readThroughEndpoints,
  ...peopleEndpoints,
  ...planEndpoints,
  ...questionEndpoints,
  ...reviewEndpoints,
  ...searchEndpoints,
  ...sharingEndpoints,
  ...feedEndpoints,
  ...proposalEndpoints,
  ...timerEndpoints,
  ...tokenEndpoints,
}

type Endpoints = typeof endpoints

/** The name of an endpoint, such as `PUT marks/[readingId]`. */
export type EndpointName = keyof Endpoints

/** Parameters, query and body as they are sent; each only where the endpoint takes it. */
export type Sent<N extends EndpointName> = SentBy<Endpoints[N]>
type SentBy<E extends EndpointShape> = (E extends { params: z.ZodType } ? { params: InputOf<E['params']> } : unknown) &
  (E extends { query: z.ZodType } ? Optional<'query', InputOf<E['query']>> : unknown) &
  (E extends { body: z.ZodType } ? { body: InputOf<E['body']> } : unknown)
/** A query of which nothing is required may be left out. */
type Optional<K extends string, T> = Partial<T> extends T ? { [_ in K]?: T } : { [_ in K]: T }

/** The answer of an endpoint as its caller gets it; null where there is none. */
export type AnswerOf<N extends EndpointName> = Endpoints[N]['answer'] extends infer A
  ? A extends z.ZodType
    ? z.output<A>
    : A extends 'nothing'
      ? null
      : Blob
  : never
