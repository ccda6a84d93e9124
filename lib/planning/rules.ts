/** The numbers of the schedule, in one place. What each does stands in `schedule.ts`. */

/** At most this share of a study day's minutes is kept for review. */
export const REVIEW_SHARE = 0.15
/** Minutes to go over one reading, and how many come up on a day at most. */
export const REVIEW_MINUTES = 2
export const REVIEWS_A_DAY = 4
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
/** An item shorter than this is not split where a day holds it whole. */
export const SPLIT_FROM = 20
/** An item of at least these minutes begins in what is left of a day, even where the next day holds it whole. */
export const BEGINS_ANYWHERE_FROM = 31
/** On track is within this many study days of the plan, either way. */
export const ON_TRACK_DAYS = 1
/** Further behind than this many study days is off the plan. */
export const OFF_AFTER_DAYS = 5
/** Nothing is planned later than this many days after the first. */
export const HORIZON_DAYS = 3660
/** A squeeze goes up in steps of these minutes, and never beyond this many minutes a day. */
export const SQUEEZE_STEP = 5
export const MAX_DAY_MINUTES = 720
/** A push lasts this many study days and asks for at most this many minutes more on each. */
export const PUSH_DAYS = 3
export const PUSH_MINUTES = 30
/** A plan that ends so many days before the interview says so. */
export const EARLY_DAYS = 5
/** A plan holds at most this many items. */
export const MAX_ITEMS = 2000
