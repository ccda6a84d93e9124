const longest = 90
// File systems take 255 bytes a name; a syllable of Korean is three. Ending and number come on top.
const longestBytes = 200
// Windows keeps these for devices, with any ending.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name for a file that Windows, macOS, Linux and Obsidian take: none of `\ / : * ? " < > |`, none of the signs that
 * Obsidian links with (`# ^ [ ]`), no control characters, not hidden, not ending in a dot or space, at most 90
 * characters and 200 bytes without its ending.
 */
export function fileName(title: string): string {
  const words = title
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|#^[\]\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
  const name = inBytes(words, longestBytes).replaceAll(/^[.\s]+|[.\s]+$/g, '')
  return name === '' || reserved.test(name) ? `${name || 'Untitled'}_` : name
}

/** As much of a text as fits into so many bytes of UTF-8, no character halved. */
function inBytes(text: string, most: number): string {
  const whole = text.toWellFormed().replaceAll('\uFFFD', '')
  const bytes = new TextEncoder().encode(whole)
  return bytes.length <= most ? whole : new TextDecoder().decode(bytes.subarray(0, most)).replaceAll('\uFFFD', '')
}

/** Makes names that are each there once, upper and lower case alike: `Name`, `Name 2`, `Name 3`. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} ${number}`
    taken.add(free.toLowerCase())
    return free
  }
}
