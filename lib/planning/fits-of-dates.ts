import { withByHand } from './by-hand.ts'
import { recall, type Standing } from './dealings.ts'
import { type Fits, fitsOf } from './fits.ts'
import { settingsProblem, type SettingsProblem } from './settings.ts'
import type { PlanSettings } from './types.ts'

/**
 * Makes ready to say what becomes of one of a person's plans with other dates and minutes.
 * @param standing null until it is known: then only what is wrong with the settings is said
 */
export function previewDates(
  standing: Standing | null,
  planId: string,
): (settings: PlanSettings, changed: Partial<PlanSettings>) => Fits | { problem: SettingsProblem | null } {
  const recalled = standing && recall(standing)
  const known = recalled?.plans.get(planId)?.turn.plan
  return (settings, changed) =>
    recalled && known
      ? fitsOf(recalled, withByHand(known, changed), recalled.person)
      : { problem: settingsProblem(settings) }
}
