/** Runs once when Next starts. What needs the server itself is done by `server/`; `next dev` has none. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { watchCatalogue } = await import('./app/_server/watch-catalogue.ts')
  const { watchPeers } = await import('./app/_server/peers.ts')
  const { startJobs, watchDatabase } = await import('./server/jobs/start-jobs.ts')
  const hasServer = 'loadpathServer' in globalThis
  if (!hasServer) watchPeers()
  if (process.env.LOADPATH_JOBS !== 'off') startJobs()
  watchDatabase()
  watchCatalogue(hasServer)
}
