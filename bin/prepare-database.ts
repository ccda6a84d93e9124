import { markPrepared } from '#db/preparation.ts'
import { boot, readSettings } from './boot.ts'
import { hashSources, readBuildStamp } from './build-state.ts'
import { prepareDatabase } from './prepare.ts'

// A process of its own that ends: what it takes to read the catalogue's files does not stay in the server's memory.
await boot(async () => {
  const database = await prepareDatabase(readSettings())
  const stamp = readBuildStamp()
  markPrepared(database.$client, stamp?.isAlone ? stamp.sources : hashSources())
  database.$client.close()
})
