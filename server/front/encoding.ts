/** The encodings that answers are kept in. */
export type Encoding = 'br' | 'gzip' | 'identity'

const known = new Map<string, Encoding[]>()

/** What a client takes by its `Accept-Encoding`, best first; always at least one. Remembers what clients usually say. */
export function encodingsOf(header: string | string[] | undefined): Encoding[] {
  const text = String(header ?? '')
  let found = known.get(text)
  if (!found) {
    found = parse(text)
    if (known.size < 500) known.set(text, found)
  }
  return found
}

function parse(text: string): Encoding[] {
  const weights = new Map<string, number>()
  for (const part of text.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((one) => one.trim())
    const weight = parameters.find((one) => one.startsWith('q='))?.slice(2)
    if (name) weights.set(name, weight === undefined ? 1 : Number(weight) || 0)
  }
  const takes = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0
  return [...(['br', 'gzip'] as const).filter(takes), 'identity']
}
