import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { useDatabase } from '#db/client.ts'
import { openDatabase } from '#db/connect.ts'
import { removeFactors } from '#db/mutations/accounts/factors.ts'
import { createInvite } from '#db/mutations/accounts/sign-up-links.ts'
import { createPersonReset, setPerson, signPersonOut } from '#db/mutations/accounts/people.ts'
import { listPeopleOfServer } from '#db/queries/accounts/people.ts'
import { emailAddress } from '#lib/auth/email-address.ts'
import { Problem } from '#lib/problems.ts'
import { boot, BootError, readSettings } from './boot.ts'

const usage = `npm run people -- list
npm run people -- reset E-MAIL         prints a link by which this person sets a new password
npm run people -- invite [admin]       prints a link to sign up by, once, within 7 days
npm run people -- sign-out E-MAIL      signs them out everywhere
npm run people -- disable E-MAIL       signs them out; they cannot sign in
npm run people -- enable E-MAIL
npm run people -- make-admin E-MAIL
npm run people -- factors-off E-MAIL   for somebody who lost phone, keys and recovery codes
`

await boot(async () => {
  const [command = '', address = ''] = process.argv.slice(2)
  if (!['list', 'reset', 'disable', 'enable', 'make-admin', 'factors-off', 'invite', 'sign-out'].includes(command))
    return void console.log(usage)
  const settings = readSettings()
  const file = join(settings.DATA_DIR, 'loadpath.db')
  if (!existsSync(file)) throw new BootError(`There is no database at ${file}. Start Loadpath once, or set DATA_DIR.`)
  useDatabase(openDatabase(file))
  const people = await listPeopleOfServer('machine')
  if (command === 'list') {
    for (const { email, name, role, disabledAt } of people)
      console.log([email, name, role, disabledAt === null ? '' : 'disabled'].filter(Boolean).join('\t'))
    return
  }
  const origin = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  if (command === 'invite') {
    const role = address === 'admin' ? 'admin' : 'user'
    const { token } = await createInvite('machine', { role, days: 7, maxUses: 1 }, Date.now())
    return console.log(
      `For 7 days and once, somebody signs up here${role === 'admin' ? ' and becomes an admin' : ''}:\n${new URL(`/sign-up?invite=${token}`, origin).href}`,
    )
  }
  const person = people.find(({ email }) => email === emailAddress(address))
  if (!person) throw new BootError(`Nobody here has the address “${address}”. See: npm run people -- list`)
  const now = Date.now()
  try {
    if (command === 'reset') {
      const token = await createPersonReset('machine', person.id, now)
      return console.log(
        `For 30 minutes and once, ${person.name} sets a new password here:\n${new URL(`/reset#${token}`, origin).href}`,
      )
    }
    if (command === 'sign-out') {
      const removed = await signPersonOut('machine', person.id, now)
      return console.log(`Done: ${person.name} is signed out of ${removed} browser${removed === 1 ? '' : 's'}.`)
    }
    if (command === 'factors-off') {
      await removeFactors('machine', person.id, now)
      return console.log(`Done: ${person.name} signs in with the password alone.`)
    }
    const change = command === 'make-admin' ? { role: 'admin' as const } : { disabled: command === 'disable' }
    await setPerson('machine', person.id, change, now)
    console.log(`Done: ${command} ${person.email}`)
  } catch (error) {
    if (error instanceof Problem) throw new BootError(error.detail)
    throw error
  }
})
