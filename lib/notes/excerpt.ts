/** The first words of Markdown without its signs, at most `longest` characters, cut between words. */
export function excerptOf(markdown: string, longest = 140): string {
  const words = markdown
    .slice(0, longest * 4)
    .replaceAll(/^\s*\|?[\s:|-]+\|[\s:|-]*$/gm, '')
    .replaceAll(/^\s*(?:[-*+] \[[ xX]\]|[-*+>]|#{1,6}|\d+[.)]|`{3}\w*)(?:\s+|$)/gm, '')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`]/g, '')
    .replaceAll(/\s*\|\s*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return words.length > longest ? `${words.slice(0, longest).replace(/\s\S*$/, '')} …` : words
}
