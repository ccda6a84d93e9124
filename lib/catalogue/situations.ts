/** What brings a person here, and where the reading list itself sends them. */
export interface Situation {
  id: string
  title: string
  /** What it covers, in a few words beside the title. */
  sums: string
  /** One sentence that tells which way to turn. */
  advice: string
  /** Sections that answer it, each with the case it is for. */
  ways: { section: string; when: string }[]
  /** Three readings to begin with, by id. */
  first: string[]
  /** A template that goes on from there. */
  plan: string
}

/** The four situations of the home page, in order. */
export const situations: Situation[] = [
  {
    id: 'slow',
    title: 'It is slow',
    sums: 'one slow page, or everything under load',
    advice:
      'Slow for a single user is a performance problem. Fast for one and slow under load is a scalability problem.',
    ways: [
      { section: 'performance', when: 'slow for one person' },
      { section: 'scalability', when: 'slow only under load' },
      { section: 'intelligence', when: 'the load is data or learning' },
      { section: 'principle', when: 'not sure which' },
    ],
    first: [
      'linux-performance-analysis-in-60-000-milliseconds-at-netflix',
      'common-bottlenecks',
      'scale-up-vs-scale-out-hidden-costs',
    ],
    plan: 'it-is-slow',
  },
  {
    id: 'down',
    title: 'It is down',
    sums: 'a part failed, or one failure spreads',
    advice:
      'Keep calm: whoever keeps calm can build it all over again. Down because a part failed is an availability problem; one failure that pulls the rest down is a stability problem.',
    ways: [
      { section: 'availability', when: 'a part failed' },
      { section: 'stability', when: 'one failure spreads' },
    ],
    first: [
      'fault-tolerance-timeouts-and-retries-thread-separation',
      'tips-for-high-availability-at-netflix',
      'always-use-timeouts-if-possible',
    ],
    plan: 'it-is-down',
  },
  {
    id: 'interview',
    title: 'An interview is coming',
    sums: 'system design, and how real systems answer it',
    advice: 'Learn how the questions work, then how real systems answer them. A plan fits both into the days you have.',
    ways: [
      { section: 'interview', when: 'how the questions work' },
      { section: 'architecture', when: 'how real systems answer' },
      { section: 'talk', when: 'to watch instead of read, free' },
      { section: 'book', when: 'when there is time, most of them free' },
    ],
    first: [
      'anatomy-of-a-system-design-interview',
      'introduction-to-architecting-systems-for-scale',
      'netflix-what-happens-when-you-press-play',
    ],
    plan: 'system-design-interview-4-weeks',
  },
  {
    id: 'team',
    title: 'A team is growing',
    sums: 'roles, reviews, decisions',
    advice:
      'A team grows to get more done, not to count more people. See how others changed roles, reviews and decisions.',
    ways: [{ section: 'organization', when: 'people and how they decide' }],
    first: [
      'five-lessons-from-scaling-at-pinterest',
      'scaling-decision-making-across-teams-at-linkedin',
      'code-review-best-practices-at-palantir',
    ],
    plan: 'lead-a-growing-team',
  },
]
