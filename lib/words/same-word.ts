/** Letters that are spelt with plain ones where the keyboard has no others; no decomposition of Unicode gives them. */
const plainly: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ŋ: 'n',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const special = new RegExp(`[${Object.keys(plainly).join('')}]`, 'gu')

/** Marks that are put on a letter or left out; the vowel signs of Indian scripts and the voiced kana are letters. */
const marks: [number, number][] = [
  [0x300, 0x36f],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
]
const escape = (point: number) => `\\u{${point.toString(16)}}`
const diacritics = new RegExp(`[${marks.map(([from, to]) => `${escape(from)}-${escape(to)}`).join('')}]`, 'gu')

/** Scripts that put no spaces between words: each letter is taken for a word, so that any stretch can be found. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{M}ー]*/gu

/**
 * A text as it is compared: compatible forms as one (NFKC), lower case, no diacritics, one apostrophe, one hyphen, no
 * joiners and other invisible characters. Doing it twice is doing it once.
 */
export function fold(text: string): string {
  if (/^[\u0020-\u007e\n]*$/.test(text)) return text.toLowerCase().replaceAll('`', "'")
  return text
    .normalize('NFKD')
    .replace(diacritics, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(special, (letter) => plainly[letter] ?? letter)
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼʹ`´′‛]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, '-')
}

/**
 * The words of a text, folded: runs of letters and figures. An apostrophe within a word is not counted ("don't" is
 * `dont`), the `'s` of a possessive goes ("Google's" is `google`), and of Chinese, Japanese and Thai each letter is one.
 */
export function wordsOf(text: string): string[] {
  const apart = fold(text)
    .replace(/(?<=[\p{L}\p{N}])'s(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, '')
    .replace(unspaced, ' $& ')
  return apart.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
}

/** What two spellings of one word or name have in common: its words, together however they are joined. */
export function wordKey(text: string): string {
  return wordsOf(text).join('')
}
