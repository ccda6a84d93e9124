/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { watchCatalogue } = await import('./app/_server/watch-catalogue.ts')
  const { watchPeers } = await import('./app/_server/peers.ts')
  const { purgeDaily } = await import('./app/_server/purge-daily.ts')
  watchPeers()
  purgeDaily()
  watchCatalogue()
}
