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
const diacritics =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu

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
