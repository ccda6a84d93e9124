/** A chance as it is shown: to 5 %, and never as certain. */
export function chanceInWords(chance: number): string {
  const rounded = Math.round(chance * 20) * 5
  return rounded < 5 ? 'under 5 %' : rounded > 95 ? 'over 95 %' : `${rounded} %`
}
