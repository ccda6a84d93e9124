import type { Viewer } from '#lib/auth/viewer.ts'
import { studyDayOf } from '#lib/study/study-day.ts'
import { type Adherence, adherence } from '#lib/study/adherence.ts'
import { coverage, type SectionCoverage } from '#lib/study/coverage.ts'
import { type Heatmap, heatmap, yearBefore } from '#lib/study/heatmap.ts'
import { type OrganisationRead, organisationsRead } from '#lib/study/organisations-read.ts'
import type { Pick, Wish } from '#lib/study/pick-readings.ts'
import { type StudyDay, type StudyWeek, studyWeek, studyWeeks } from '#lib/study/weeks.ts'
import { getCatalogueShape } from '#db/queries/catalogue/catalogue-shape.ts'
import { getCoverageInput } from './coverage.ts'
import { listPicks } from './picks.ts'
import { type DatedPlan, listDatedPlans } from '#db/queries/planning/schedules.ts'
import { getMinutesByDay, listPlannedDays } from './study-days.ts'

/** What the dashboard draws. */
export interface Dashboard {
  /** The viewer's study day. */
  today: string
  plans: DatedPlan[]
  picks: Pick[]
  week: StudyDay[]
  weeks: StudyWeek[]
  kept: Adherence
  year: Heatmap
  /** Calendar years with study, the latest first. */
  years: number[]
  sections: SectionCoverage[]
  organisations: OrganisationRead[]
}

/**
 * All that the viewer's dashboard draws.
 * @param wish the time at hand, and the media wanted.
 * @param year a calendar year for the heatmap; null: the year up to today.
 */
export async function getDashboard(
  viewer: Viewer,
  wish: Omit<Wish, 'today'>,
  year: number | null,
  now: number,
): Promise<Dashboard> {
  const today = studyDayOf(viewer, now)
  const [minutes, planned, plans, shape, input] = await Promise.all([
    getMinutesByDay(viewer),
    listPlannedDays(viewer),
    listDatedPlans(viewer, now),
    getCatalogueShape(),
    getCoverageInput(viewer),
  ])
  const years = [...new Set([...minutes.keys()].map((day) => Number(day.slice(0, 4))))].toSorted((a, b) => b - a)
  return {
    today,
    plans,
    picks: await listPicks(viewer, plans, input.marks, { ...wish, today }),
    week: studyWeek(minutes, planned, today),
    weeks: studyWeeks(minutes, planned, today, 13),
    kept: adherence(planned, new Set(minutes.keys()), today),
    year:
      year === null ? heatmap(yearBefore(today), today, minutes) : heatmap(`${year}-01-01`, `${year}-12-31`, minutes),
    years,
    sections: coverage(input),
    organisations: organisationsRead(shape.readings, shape.organisations, input.marks, 8),
  }
}
