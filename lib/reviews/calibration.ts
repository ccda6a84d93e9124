/** What was said before an answer and what came of it, summed over the reviews of a topic. */
export interface Told {
  topic: string
  reviews: number
  /** Sum of confidences, each from 1 to 5. */
  confidence: number
  recalled: number
}

/** How sure a person is in a topic and how much they recall, both from 0 to 1. */
export interface TopicCalibration {
  topic: string
  reviews: number
  said: number
  known: number
}

/** Fewer reviews of a topic say nothing of it. */
export const leastOfTopic = 5
const mostTopics = 12

/** Said against known by topic: those with enough reviews, the most reviewed first, at most 12. */
export function calibrate(told: readonly Told[]): TopicCalibration[] {
  const sums = new Map<string, Told>()
  for (const row of told) {
    const sum = sums.get(row.topic) ?? { topic: row.topic, reviews: 0, confidence: 0, recalled: 0 }
    sums.set(row.topic, {
      topic: row.topic,
      reviews: sum.reviews + row.reviews,
      confidence: sum.confidence + row.confidence,
      recalled: sum.recalled + row.recalled,
    })
  }
  return [...sums.values()]
    .filter(({ reviews }) => reviews >= leastOfTopic)
    .toSorted((a, b) => b.reviews - a.reviews || (a.topic < b.topic ? -1 : 1))
    .slice(0, mostTopics)
    .map(({ topic, reviews, confidence, recalled }) => ({
      topic,
      reviews,
      said: (confidence / reviews - 1) / 4,
      known: recalled / reviews,
    }))
}

/** The three topics in which a person is furthest more sure than right; those by less than 5 points are none. */
export function surestAndWrong(topics: readonly TopicCalibration[]): TopicCalibration[] {
  return topics
    .filter(({ said, known }) => said - known >= 0.05)
    .toSorted((a, b) => b.said - b.known - (a.said - a.known))
    .slice(0, 3)
}
