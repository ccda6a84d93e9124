import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: z.string().min(1).default('localhost'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('data')
    .transform((folder) => resolve(/* turbopackIgnore: true */ process.cwd(), folder)),
  /** Who may make an account: anybody, those with a link to a plan, nobody. The first account may always. */
  SIGN_UP: z.enum(['open', 'invite', 'closed']).default('open'),
  /** The address people reach this server at, where it stands behind a front. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** How many fronts in a row set X-Forwarded-For; 0 trusts none. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** The server that mail goes out by, such as `smtps://user:password@mail.example.org`; without it none is sent. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Loadpath <loadpath@localhost>'),
  /** An app of GitHub's to sign in by; its callback is `/api/auth/callback/github`. */
  GITHUB_ID: z.string().min(1).optional(),
  GITHUB_SECRET: z.string().min(1).optional(),
  /** An OpenID provider to sign in by, its issuer as its own discovery says it; its callback is `/api/auth/callback/oidc`. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What its button says. */
  OIDC_NAME: z.string().min(1).max(40).default('single sign-on'),
  /** Megabytes that one person's notes, plans and comments may take. */
  PERSON_MB: z.coerce.number().int().min(1).max(10_000).default(64),
  /** Hours between two backups; 0 makes none. */
  BACKUP_EVERY: z.coerce.number().int().min(0).max(720).default(24),
  /** How many backups are kept. */
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(7),
  /** Where backups go: `backups` in DATA_DIR unless told. */
  BACKUP_DIR: z
    .string()
    .min(1)
    .transform((folder) => resolve(/* turbopackIgnore: true */ process.cwd(), folder))
    .optional(),
  /** What a program must know to read `/api/metrics`; without it there are none. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** `yes` makes a new database in a folder that once held one. */
  NEW_DATABASE: z.enum(['yes', 'no']).default('no'),
  /** 1 lets a robot of the tests sign up and in as often as it likes. */
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  /** How many server processes share the port and the database. */
  WORKERS: z.coerce.number().int().min(1).max(64).default(1),
  /** `off` leaves out the cache of finished answers in front of Next. */
  FRONT: z.enum(['on', 'off']).default('on'),
})

/** What can be set from outside, parsed. `DATA_DIR` is absolute. */
export type Settings = z.output<typeof schema>

/**
 * Parses settings from an environment.
 * @throws Error with one sentence that names the variable, what it holds and what it may hold.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, environment[key] || undefined]))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = String(issue?.path[0])
  throw new Error(`The setting ${name} is "${environment[name]}", which will not do: ${issue?.message}.`)
}

let parsed: Settings | undefined

/** This process's settings, parsed once from its environment. */
export function settings(): Settings {
  parsed ??= parseSettings(process.env)
  return parsed
}
