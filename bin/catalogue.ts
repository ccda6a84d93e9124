import { boot, BootError, readSettings } from './boot.ts'
import { prepareDatabase } from './prepare.ts'

const usage = `npm run catalogue -- COMMAND

  import FILE [--apply]   what an edition of the list, or another list, would change; --apply does it
      --same 1,3  --new 2     decide the doubtful ones by their numbers
      --without renamed,…     leave kinds of changes out
      --skip ID,…             leave readings out
      --gone SECTION,…        sections that the file lacks and whose readings are gone
      --list own|ID           which list the file is an edition of, where that is not seen
  changes                 what was changed lately
  undo [ID]               take a change back: the last one, or the one named
  check-links [--all]     look at the addresses that are due, or at all not looked at today; Ctrl C stops, the next run goes on
`

type Command = (args: string[]) => Promise<void>

const commands: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./catalogue/import.ts')).importCommand,
  changes: async () => (await import('./catalogue/changes.ts')).changesCommand,
  undo: async () => (await import('./catalogue/changes.ts')).undoCommand,
  'check-links': async () => (await import('./catalogue/check-links.ts')).checkLinksCommand,
}

await boot(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.log(usage)
    if (name !== '' && name !== 'help' && name !== '--help') throw new BootError(`There is no command ${name}.`)
    return
  }
  const database = await prepareDatabase(readSettings())
  try {
    await (
      await command()
    )(args)
  } finally {
    database.$client.close()
  }
})
