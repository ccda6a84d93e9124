import { ne, or, sql } from 'drizzle-orm'
import { notes } from '#db/schema/index.ts'

/** A case card with something behind its question side. */
export const hasAnswerSide = or(
  ...[notes.numbers, notes.choice, notes.tradeOff, notes.useWhen].map((column) => ne(sql`trim(${column})`, '')),
)
