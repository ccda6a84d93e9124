/**
 * Readings that meet some of several demands: by how much is met, a rare word counting more than a common one. Those
 * that meet two demands fewer than the best are left out.
 * @param found for each demand the readings that meet it, best first.
 */
export function rankBySome(found: readonly (readonly number[])[]): number[] {
  const scores = new Map<number, { met: number; score: number }>()
  for (const readings of found) {
    const weight = 1 / Math.log2(2 + readings.length)
    for (const [place, reading] of readings.entries()) {
      const { met, score } = scores.get(reading) ?? { met: 0, score: 0 }
      // Where it stands among those of one demand decides between readings that meet the same.
      scores.set(reading, { met: met + 1, score: score + weight * (1 + 0.2 / (1 + place)) })
    }
  }
  const most = Math.max(0, ...[...scores.values()].map(({ met }) => met))
  return [...scores]
    .filter(([, { met }]) => met >= most - 1)
    .toSorted(([a, x], [b, y]) => y.score - x.score || a - b)
    .map(([reading]) => reading)
}
