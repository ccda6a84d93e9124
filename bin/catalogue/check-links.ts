import { Presets, SingleBar } from 'cli-progress'
import { publishLinkChecks, saveLinkCheck } from '#db/mutations/catalogue/link-checks.ts'
import { getLinkCounts, listLinkTargets } from '#db/queries/catalogue/link-checks.ts'
import { counted } from '#lib/format.ts'
import { checkMany } from '#lib/link-checks/check-many.ts'
import { isDue } from '#lib/link-checks/due.ts'
import { type Outcome, nextLinkState } from '#lib/link-checks/outcome.ts'
import { type Manners, type Tools, goodManners, platformTools } from '#lib/link-checks/manners.ts'
import { dayOf } from '#lib/planning/days.ts'
import { BootError } from '../boot.ts'
import { readArguments } from './arguments.ts'

const options = { all: { type: 'boolean' } } as const

/** Looks at the addresses that are due and saves what it finds as it comes. */
export async function checkLinksCommand(args: string[]): Promise<void> {
  const { values } = readArguments(args, options)
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const bar = new SingleBar(
    { format: '{bar} {value} of {total}  {found}', hideCursor: true, noTTYOutput: true },
    Presets.shades_grey,
  )
  try {
    const { ended, due } = await checkLinks({
      all: values.all ?? false,
      signal: stop.signal,
      onStart: (total) => bar.start(total, 0, { found: '' }),
      onProgress: (done, found) => bar.update(done, { found }),
    })
    bar.stop()
    if (due === 0) console.log('No address is due. --all looks at every one not looked at today.')
    console.log(await summary())
    if (ended === 'stopped') console.log('Stopped. The next run goes on from here.')
    if (ended === 'offline')
      throw new BootError('No host answers: this machine seems to have no network. Nothing of it was recorded.')
  } finally {
    bar.stop()
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

/** What a run of the checker needs; tests bring their own tools and manners. */
export interface LinkRun {
  all: boolean
  signal?: AbortSignal
  tools?: Tools
  manners?: Manners
  isOnline?: () => Promise<boolean>
  onStart?: (total: number) => void
  onProgress?: (done: number, found: string) => void
}

/** Looks at every address that is due, saving each result at once; the pages show them when the run ends. */
export async function checkLinks(run: LinkRun): Promise<{ ended: 'done' | 'stopped' | 'offline'; due: number }> {
  const { tools = platformTools, manners = goodManners } = run
  const today = () => dayOf(tools.now(), 'UTC', 0)
  const targets = await listLinkTargets()
  const due = targets.filter(({ url, state }) => isDue(url, state, today(), run.all))
  if (due.length === 0) return { ended: 'done', due: 0 }
  const answering = targets
    .filter(({ url, state }) => state?.status === 'alive' && state.url === url)
    .map(({ url }) => url)
  const found = { alive: 0, moved: 0, dead: 0, unknown: 0 }
  let done = 0
  run.onStart?.(due.length)
  const onResult = async (target: (typeof due)[number], outcome: Outcome) => {
    const state = nextLinkState(target.state, target.url, outcome, today())
    await saveLinkCheck(target.id, state)
    found[state.status]++
    run.onProgress?.(
      ++done,
      Object.entries(found)
        .map(([status, n]) => `${n} ${status}`)
        .join(', '),
    )
  }
  const isOnline = run.isOnline ?? (() => anyAnswers(answering, tools, manners))
  const options = { tools, manners, onResult, isOnline, ...(run.signal && { signal: run.signal }) }
  try {
    return { ended: await checkMany(due, options), due: due.length }
  } finally {
    if (done > 0) await publishLinkChecks(tools.now())
  }
}

/** Whether one of a few addresses that worked last time, or a host that always does, still answers. */
async function anyAnswers(addresses: readonly string[], tools: Tools, manners: Manners): Promise<boolean> {
  const some = [...addresses.slice(0, 3), 'https://example.org/']
  const tries = some.map((url) =>
    tools.fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      headers: { 'user-agent': manners.userAgent },
      signal: AbortSignal.timeout(manners.timeoutMs),
    }),
  )
  return Promise.any(tries).then(
    () => true,
    () => false,
  )
}

async function summary(): Promise<string> {
  const { alive, moved, dead, unknown, unchecked } = await getLinkCounts('console')
  return `${counted(alive, 'address', 'addresses')} alive, ${moved} moved, ${dead} dead, ${unknown} unknown, ${unchecked} not looked at yet.`
}
