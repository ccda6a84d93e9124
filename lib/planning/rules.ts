/** The numbers of the schedule, in one place. What each does stands in `schedule.ts`. */

/** The share of a study day's minutes that new items may fill; the rest is for review. */
export const ITEM_SHARE = 0.85
/** A calendar week with at least this many study days keeps half of the last one as a buffer. */
export const BUFFER_FROM_STUDY_DAYS = 3
/** The share of the musts that must be behind one before the first mock. */
export const MOCK_AFTER_SHARE = 0.6
/** Days before the interview that hold only review and light items. */
export const LIGHT_DAYS = 2
/** A reading or task of at most these minutes is light. */
export const LIGHT_MINUTES = 15
/** No sitting of a split item is shorter, unless the day itself is. */
export const MIN_SITTING = 10
/** How far ahead a mock looks for a day that holds it in one sitting. */
export const MOCK_LOOKS_AHEAD_DAYS = 7
/** On track is within this many study days of the plan, either way. */
export const ON_TRACK_DAYS = 1
/** Further behind than this many study days is off the plan. */
export const OFF_AFTER_DAYS = 5
/** Nothing is planned later than this many days after the first. */
export const HORIZON_DAYS = 3660
/** A squeeze goes up in steps of these minutes, and never beyond this many minutes a day. */
export const SQUEEZE_STEP = 5
export const MAX_DAY_MINUTES = 720
/** A plan holds at most this many items. */
export const MAX_ITEMS = 2000
