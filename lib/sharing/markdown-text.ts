/**
 * Text inside a Markdown file such that it reads well there, shows as it is in any viewer, and comes back character by
 * character. Signs that mean something are escaped by a backslash, what no line can hold by a numeric entity.
 */

const signs = /[\\`*_[\]<>#~$]|&(?=#?\w+;)/g

/** Control characters, line separators, and white space that viewers fold or editors strip. */
const invisible = /[\p{Cc}\u00a0\u2028\u2029\ufeff]/gu

/** Text as one line. */
export function toLine(text: string): string {
  const escaped = text
    .replaceAll(signs, '\\$&')
    .replaceAll(invisible, entity)
    .replaceAll(/^ +| +$|(?<= ) /g, (spaces) => '&#32;'.repeat(spaces.length))
  // What would open a list, a rule, a heading or a table at the start of a line.
  return escaped.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^[-+=:]/, '\\$&')
}

/** Text as lines: those but the last end in a backslash, which Markdown shows as a line break. */
export function toLines(text: string): string[] {
  const texts = text.split('\n')
  if (!texts.every((line) => /\S/.test(line))) return [toLine(text)]
  const lines = texts.map(toLine)
  return lines.map((line, index) => (index < lines.length - 1 ? `${line}\\` : line))
}

/** The text that `toLine` made a line of; a line that a person wrote comes out as a viewer would show it. */
export function fromLine(line: string): string {
  return line.replaceAll(/\\([!-/:-@[-`{-~])|&#(\d{1,7});|&(amp|lt|gt|quot);/g, (whole, sign, code, name) => {
    if (sign !== undefined) return sign as string
    if (name !== undefined) return { amp: '&', lt: '<', gt: '>', quot: '"' }[name as 'amp'] ?? whole
    const point = Number(code)
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole
  })
}

/** Whether a line ends in a backslash of its own, so that the text goes on in the next. */
export function goesOn(line: string): boolean {
  let end = line.length
  while (line[end - 1] === '\\') end -= 1
  return (line.length - end) % 2 === 1
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}
