import type { StudyEntry } from './study-table.ts'

/** A reading with all that its reader keeps of it. */
export const studyEntry = (facts: Partial<StudyEntry> = {}): StudyEntry => ({
  readingId: 'caching',
  title: 'Caching',
  url: 'https://example.org/caching',
  organisation: 'Netflix',
  section: 'Scalability',
  topic: 'Distributed Caching',
  medium: 'article',
  status: 'done',
  minutesSpent: 12,
  markedOn: '2026-03-02',
  favourite: true,
  rating: 4,
  lists: ['For Monday'],
  note: '',
  problem: '',
  numbers: '',
  choice: '',
  tradeOff: '',
  useWhen: '',
  notedOn: '',
  quotes: [],
  ...facts,
})
