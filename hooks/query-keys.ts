/** Every key of the browser's cache, in one place; a longer key lies below the shorter one that it begins with. */
export const queryKeys = {
  me: ['me'] as const,
  vocabulary: ['readings', 'vocabulary'] as const,
  readings: (search: string) => ['readings', search] as const,
  marks: ['marks'] as const,
  notes: ['notes'] as const,
  note: (readingId: string) => ['notes', readingId] as const,
  today: ['today'] as const,
  noteHtml: (readingId: string, version: number) => ['note-html', readingId, version] as const,
  noteVersions: (readingId: string, version: number) => ['note-versions', readingId, version] as const,
  noteVersion: (readingId: string, version: number) => ['note-version', readingId, version] as const,
  plans: ['plans'] as const,
  plan: (planId: string) => ['plans', planId] as const,
  schedule: (planId: string) => ['plans', planId, 'schedule'] as const,
}
