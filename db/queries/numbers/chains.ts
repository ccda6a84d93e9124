import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readYaml } from '#lib/content/yaml-file.ts'
import { type Chain, chainsSchema, workOutChain } from '#lib/numbers/chain.ts'

let cached: Chain[] | undefined

/**
 * The shipped estimates in steps, worked out.
 * @throws Error naming file, line and reason when the file is broken.
 */
export async function listChains(): Promise<Chain[]> {
  cached ??= readChains()
  return cached
}

function readChains(): Chain[] {
  const file = 'db/content/numbers/chains.yaml'
  const text = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8')
  const read = readYaml(text, file, chainsSchema)
  if (read.errors) throw new Error(read.errors.map(({ line, reason }) => `${file}:${line}: ${reason}`).join('\n'))
  return read.value.chains.map(workOutChain)
}
