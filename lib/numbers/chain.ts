import { z } from 'zod'
import { shortNumber } from './short-number.ts'

const line = z.string().trim().min(1).max(300)
const factors = z.array(z.number().positive()).default([])

export const chainsSchema = z.strictObject({
  chains: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        title: line,
        given: line,
        steps: z
          .array(
            z.strictObject({
              ask: line,
              /** Goes on from the step before; else from 1. */
              start: z.literal('before').optional(),
              times: factors,
              over: factors,
              unit: line,
              /** The words of the question's good answer that hold the same figure. */
              says: line.optional(),
            }),
          )
          .min(2)
          .max(6),
      }),
    )
    .min(1),
})

type ChainContent = z.infer<typeof chainsSchema>['chains'][number]

/** An estimate in steps, each with what it comes to. `id` is that of the question it belongs to. */
export interface Chain {
  id: string
  title: string
  given: string
  steps: { ask: string; unit: string; value: number; sum: string; says: string | null }[]
}

/** Works out each step of a chain, and writes the sum down as one would on a board: `50 million × 40 ÷ 86,400`. */
export function workOutChain({ id, title, given, steps }: ChainContent): Chain {
  let before = 1
  return {
    id,
    title,
    given,
    steps: steps.map(({ ask, start, times, over, unit, says }) => {
      const from = start === 'before' ? [before] : []
      const value = [...from, ...times].reduce((a, b) => a * b, 1) / over.reduce((a, b) => a * b, 1)
      const sum = [[...from, ...times].map(shortNumber).join(' × '), ...over.map(shortNumber)].join(' ÷ ')
      before = value
      return { ask, unit, value, sum, says: says ?? null }
    }),
  }
}
