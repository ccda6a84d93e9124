import { tooMuch } from '#lib/too-much.ts'

/** How much of a text is too much: said instead of cutting it. Nothing while it fits. */
export function TextLimit({ text, max, id }: { text: string; max: number; id?: string }) {
  return (
    <span id={id} role="status" className="small text-error">
      {tooMuch(text.length, max)}
    </span>
  )
}
