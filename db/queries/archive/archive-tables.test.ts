import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from '#db/schema/index.ts'

/** Tables whose rows of a person are in their archive, under the name that they have there. */
const exported: Record<string, string> = {
  users: 'account',
  marks: 'marks',
  study_events: 'events',
  notes: 'notes',
  note_versions: 'versions',
  opinions: 'opinions',
  lists: 'lists',
  list_entries: 'lists.entries',
  answers: 'answers',
  reviews: 'reviews',
  estimates: 'estimates',
  quotes: 'quotes',
  read_throughs: 'readThroughs',
  reading_progress: 'progress',
  plans: 'plans',
  phases: 'plans.phases',
  items: 'plans.items',
  members: 'plans.member',
  item_states: 'plans.states',
  pins: 'plans.pins',
  repairs: 'plans.repairs',
  passes: 'plans.passes',
  comments: 'plans.comments',
  promised_days: 'plans.promisedDays',
}

/** Tables that are in no archive, with the reason. */
const left: Record<string, string> = {
  dealings: 'what the next days were dealt, made anew by the import',
  accounts: 'how somebody signs in here is of no use elsewhere',
  totps: 'an app’s codes open the account here alone',
  recovery_codes: 'they open the account here alone',
  passkeys: 'a passkey is made for one server',
  challenges: 'what a passkey is asked at this moment',
  sign_up_links: 'an invitation leads to this server',
  password_resets: 'a link for a new password leads to this server',
  security_events: 'what happened to an account on this server',
  sessions: 'a signed-in browser is signed in here alone',
  tokens: 'a key to this server, and a secret',
  own_offers: 'a question to the admins of this server',
  busy_calendars: 'an address that may be secret; it is given anew where it is wanted',
  free_days: 'read from that calendar, and again in a few hours',
  removed_own_readings: 'deleted by its owner, and gone for good after 30 days',
  plan_proposals: 'what a program proposed here, to be decided here',
  rate_limits: 'counters of tries',
  inbox_settings: 'what others did here, and which of it a person wants to hear of',
  inbox_reads: 'which of it was read',
  links: 'a link leads to this server',
  note_shares: 'whom a note is shown to is decided anew elsewhere',
  plan_events: 'what happened on a plan is everybody’s on it',
  feeds: 'a secret address leads to this server',
  feed_events: 'what a calendar was last told, made anew by the next feed',
  review_cards: 'worked out from the reviews, made anew by the import',
  timers: 'a clock that runs now',
  presses: 'which of two presses came later: of use while both devices are here',
  link_reports: 'for the admin of this catalogue',
  job_runs: 'the server’s own',
  ...Object.fromEntries(
    'sections topics organisations technologies readings merged_readings reading_people reading_technologies listings catalogue_state link_checks catalogue_changes catalogue_change_entries'
      .split(' ')
      .map((name) => [name, 'the catalogue, the same for everybody']),
  ),
}

test('every table is in the archive, or there is a reason why not', () => {
  const tables = Object.values(schema)
    .filter((value) => is(value, SQLiteTable))
    .map((table) => getTableName(table))
  expect(tables.toSorted()).toEqual([...Object.keys(exported), ...Object.keys(left)].toSorted())
})
