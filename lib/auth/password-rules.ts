import { isCommonPassword } from '#lib/auth/common-passwords.ts'

/**
 * Fewest and most characters of a new password, counted in code points. 15 is what NIST SP 800-63B-4 asks for where a
 * password is all that is asked for. Passwords that were set under an earlier rule go on opening their accounts.
 */
export const passwordLength = { min: 15, max: 200 }

/**
 * What is wrong with a password that somebody wants to have, in a sentence for that person; null when nothing is.
 * `about` are words that anybody knows of them: name and e-mail address.
 */
export function passwordProblem(password: string, about: string[] = []): string | null {
  const length = [...password].length
  if (length < passwordLength.min)
    return `Use at least ${passwordLength.min} characters; this one has ${length}. A few unrelated words do well.`
  if (length > passwordLength.max) return `Use at most ${passwordLength.max} characters.`
  const plain = password.normalize('NFKC').toLowerCase()
  const letters = plain.replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (new Set(plain).size < 5) return 'This repeats the same few characters. Use something that is harder to guess.'
  if (isRepeated(plain) || isRun(letters))
    return 'This follows a simple pattern. Use something that is harder to guess.'
  if (isCommonPassword(plain) || isCommonPassword(letters))
    return 'This is one of the passwords that are tried first. Use something that is harder to guess.'
  for (const word of about.flatMap(wordsOf))
    if (plain.includes(word) && length - [...word].length < 8)
      return 'This is mostly your name or e-mail address. Use something that others do not know of you.'
  return null
}

/** Words of at least 4 characters in a name or address, and the address's part before the @. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain.split(/[^\p{L}\p{N}]+/u)
  return [plain, plain.split('@')[0] ?? '', words.join(''), ...words].filter((word) => word.length >= 4)
}

/** Whether it is one piece of up to 6 characters over and over: "abcabcabcabc". */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= 6; size++) {
    const piece = text.slice(0, size)
    if (piece.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true
  }
  return false
}

const rows = ['1234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm']

/** Whether it only walks along the alphabet, the digits or a keyboard, forward or back, in at most 3 walks. */
function isRun(text: string): boolean {
  const lines = rows.flatMap((row) => [row + row, [...(row + row)].toReversed().join('')])
  let rest = text
  for (let walks = 0; walks < 3 && rest.length > 0; walks++) {
    let longest = 0
    for (const line of lines)
      for (let size = rest.length; size > longest; size--)
        if (size >= 2 && line.includes(rest.slice(0, size))) longest = size
    if (longest === 0) return false
    rest = rest.slice(longest)
  }
  return rest.length === 0
}
