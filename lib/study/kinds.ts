/** What a study event says happened. */
export const studyEventKinds = ['done', 'reading', 'skipped', 'note', 'item'] as const

/** The queue, which everybody has one of, and lists with a title. */
export const listKinds = ['queue', 'list'] as const
