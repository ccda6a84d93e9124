import papaparse from 'papaparse'

/** A card as Anki takes it in. */
export interface AnkiCard {
  card: string
  kind: 'reading' | 'point'
  title: string
  ask: string
  answer: readonly { name: string; text: string }[]
}

const columns = ['Guid', 'Front', 'Back', 'Tags']

/**
 * A text file that Anki imports: header lines, then a line a card, by tabs, fields with line ends or quotes in quotes.
 * A card keeps its guid, so that importing again changes it in place of adding another.
 * Format: https://docs.ankiweb.net/importing/text-files.html
 */
export function ankiFile(cards: readonly AnkiCard[]): string {
  const header = [
    '#separator:Tab',
    '#html:false',
    '#notetype:Basic',
    '#deck:Loadpath',
    `#columns:${columns.join('\t')}`,
    '#guid column:1',
    '#tags column:4',
  ]
  const rows = cards.map(({ card, kind, title, ask, answer }) => [
    card,
    [title, ask].filter(Boolean).join('\n\n'),
    answer.map(({ name, text }) => (answer.length > 1 ? `${name}: ${text}` : text)).join('\n'),
    `loadpath ${kind === 'reading' ? 'case' : 'question'}`,
  ])
  const body = papaparse.unparse(rows, { delimiter: '\t', newline: '\n' })
  return `${[...header, body].join('\n')}\n`
}
