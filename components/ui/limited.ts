import type { FormEvent } from 'react'
import { tooMuch } from '#lib/too-much.ts'

/**
 * Properties of a field that holds `max` characters: what is more stays in it, and is told on sending instead of being
 * cut off without a word, as `maxLength` does.
 */
export function limited(max: number) {
  return {
    onInput: ({ currentTarget }: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      currentTarget.setCustomValidity(tooMuch(currentTarget.value.length, max)),
  }
}
