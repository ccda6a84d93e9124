const names = [
  [1e18, ' quintillion'],
  [1e15, ' quadrillion'],
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
] as const

/** A number in few words, three digits: `23,100`, `2 billion`, `0.02`. */
export function shortNumber(value: number): string {
  const [unit, name] = names.find(([size]) => Math.abs(value) >= size) ?? [1, '']
  return `${(value / unit).toLocaleString('en', { maximumSignificantDigits: 3 })}${name}`
}

/** How far an estimate is from the truth, in orders of magnitude: 0 is right, 1 ten times too much or too little. */
export function ordersOff(estimate: number, truth: number): number {
  return Math.abs(Math.log10(estimate / truth))
}
