/** What is compared of two readings: ids of topics (with those above them), organisation and technologies. */
export interface Traits {
  id: string
  /** The topics that list it. */
  topicIds: readonly string[]
  /** The topics above those. */
  ancestorIds: readonly string[]
  organisationId: string | null
  technologyIds: readonly string[]
  listed: boolean
}

/**
 * How much two readings have to do with each other:
 *
 * | in common | points |
 * |---|---|
 * | a topic that lists both | 4 |
 * | else, a topic above | 2 |
 * | each technology, up to two | 3 |
 * | the organisation | 2 |
 * | the other is still listed, when anything else is in common | 1 |
 */
export function relatedness(one: Traits, other: Traits): number {
  const topic = shares(one.topicIds, other.topicIds)
  const above = shares([...one.topicIds, ...one.ancestorIds], [...other.topicIds, ...other.ancestorIds])
  const technologies = one.technologyIds.filter((id) => other.technologyIds.includes(id)).length
  const organisation = one.organisationId !== null && one.organisationId === other.organisationId
  const score = (topic ? 4 : above ? 2 : 0) + 3 * Math.min(technologies, 2) + (organisation ? 2 : 0)
  return score > 0 && other.listed ? score + 1 : score
}

/** The readings most related to `one`, best first, at most `limit`; equal ones as they came. */
export function listRelated<T extends Traits>(one: Traits, others: readonly T[], limit: number): T[] {
  return others
    .filter((other) => other.id !== one.id)
    .map((other) => ({ other, score: relatedness(one, other) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ other }) => other)
}

function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.some((id) => other.includes(id))
}
