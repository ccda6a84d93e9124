import fc from 'fast-check'
import { fixedEntries, type Vocabulary } from './vocabulary.ts'

/** A small catalogue's vocabulary, for tests. */
export const smallVocabulary: Vocabulary = {
  section: [
    { id: 'scalability', name: 'Scalability' },
    { id: 'stability', name: 'Stability' },
  ],
  topic: [
    { id: 'scalability/caching', name: 'Caching' },
    { id: 'scalability/distributed-caching', name: 'Distributed Caching' },
    { id: 'stability/circuit-breaker', name: 'Circuit Breaker' },
  ],
  organisation: [
    { id: 'netflix', name: 'Netflix' },
    { id: 'uber', name: 'Uber' },
    { id: 'the-new-york-times', name: 'The New York Times' },
  ],
  technology: [
    { id: 'kafka', name: 'Kafka' },
    { id: 'postgresql', name: 'PostgreSQL' },
    { id: 'c-plus-plus', name: 'C++' },
  ],
  medium: [
    { id: 'article', name: 'Article' },
    { id: 'video', name: 'Video' },
    { id: 'documentation', name: 'Documentation' },
  ],
  person: [{ id: 'Jeff Dean', name: 'Jeff Dean' }],
  listed: [...fixedEntries.listed],
  status: [...fixedEntries.status],
  has: [...fixedEntries.has],
}

const plain =
  'kafka org: netflix tech:kafka is:done has:note title: AND OR NOT NEAR( - -- " "" : , * ( ) ^ { } + ; \\ %'
const awkward = '🙂 👩‍👩‍👧 \u202eabc שלום مرحبا é e\u0301 \ud800 ſ 数据库 ﬁ'
const pieces = [...plain.split(' '), ...awkward.split(' '), ' ', '  ', "'", '\0', '\t', '\n', 'x'.repeat(300)]

/** Text that somebody hostile, or only unlucky, types into a search. */
export const anyQuery = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...pieces).map((piece) => piece.repeat(10_000).slice(0, 10_240)),
)
