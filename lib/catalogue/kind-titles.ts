/** What each kind of change is called over its rows. */
export const kindTitles = {
  added: 'New',
  renamed: 'Renamed',
  moved: 'Moved',
  readdressed: 'New address',
  delisted: 'Gone from the list',
  relisted: 'Back in the list',
} as const
