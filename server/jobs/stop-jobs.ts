const shared = globalThis as { loadpathJobs?: { stop: () => Promise<void> } }

/** Takes up no further job and waits for the one that runs. Next's bundle started them, by way of instrumentation.ts. */
export async function stopJobs(): Promise<void> {
  await shared.loadpathJobs?.stop()
}
