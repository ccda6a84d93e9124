const words =
  'a about after all also am an and any are as at be because been before being but by can cannot cant could did do does ' +
  'doesnt doing dont each few for from get gets getting give goes going got had has have having he her here him his ' +
  'how i if im in into is isnt it its ive just keep keeps kept let like make makes making many may me might mine more ' +
  'most much must my need needs no nor not now of on only onto or our ours please really she should so ' +
  'some someone something such than that the their them then there these they this those through to too us use used ' +
  'using very want wants was we were what whats when where which while who whom whose why will with within without ' +
  'wont work works would you your yours'

const stopWords: ReadonlySet<string> = new Set(words.split(' '))

/** Whether a folded word only holds a sentence together and says nothing of what is looked for. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}
