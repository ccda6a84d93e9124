/**
 * The classic interview questions ship with the product: `db/content/questions/<id>.yaml`, and `blocks.yaml` for the
 * building blocks that their answers are made of. Read by `parse-questions.ts`.
 */
import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens')
const line = z.string().trim().min(1).max(300)

export const blocksSchema = z.strictObject({
  blocks: z.array(z.strictObject({ id: slug, title: line, about: line, readings: z.array(slug).min(1) })).min(1),
})

export const questionSchema = z.strictObject({
  id: slug,
  /** Place among the questions, from 1. */
  position: z.int().min(1),
  title: line,
  prompt: z.string().trim().min(1).max(1000),
  blocks: z.array(slug).min(2).max(8),
  readings: z
    .array(z.strictObject({ id: slug, block: slug, reason: line }))
    .min(3)
    .max(12),
  goodAnswer: z.array(line).min(6).max(16),
  followUps: z.array(line).min(3).max(8),
  mistakes: z.array(line).min(3).max(8),
})

/** A thing that answers are built of: a cache, a queue, a shard. `readings` are ids, the most telling first. */
export type Block = z.infer<typeof blocksSchema>['blocks'][number]

/** A classic interview question. `goodAnswer` lists what a good answer touches, a point each. */
export type Question = z.infer<typeof questionSchema>

/** All questions in their order, and the building blocks. */
export interface QuestionSet {
  questions: Question[]
  blocks: Block[]
}
