import { fold } from './same-word.ts'

/** A text folded, which knows where each of its characters came from. */
export interface FoldedText {
  folded: string
  /** For each UTF-16 unit of `folded`, where its letter begins in the text; one more at the end, the text's length. */
  places: number[]
  /** And where that letter ends. */
  ends: number[]
}

/** A letter with its marks; a lone mark stands for itself. */
const letters = /[^\p{M}][\p{M}\u200c\u200d]*|\p{M}+/gsu

/** Folds a text letter by letter, so that what is found in it can be shown where it stands. */
export function foldInPlaces(text: string): FoldedText {
  let folded = ''
  const places: number[] = []
  const ends: number[] = []
  for (const { 0: letter, index } of text.matchAll(letters)) {
    const plain = fold(letter)
    for (let unit = 0; unit < plain.length; unit++) {
      places.push(index)
      ends.push(index + letter.length)
    }
    folded += plain
  }
  places.push(text.length)
  return { folded, places, ends }
}
