'use client'

import { type FormEvent, useId, useState } from 'react'
import { SecretAddress } from '#components/ui/secret-address.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useCreateLink, useLinks, useRemoveLink } from '#hooks/use-links.ts'
import type { GivenRole } from '#lib/permissions.ts'
import type { LinkItem, PlanLinks } from '#lib/api/sharing-answers.ts'
import { momentInWords } from '#lib/sharing/moments.ts'
import { Part } from '../../_components/part.tsx'
import { RoleSelect } from './role-select.tsx'

interface LinksProps {
  planId: string
  initial: PlanLinks
  timeZone: string
  /** When the page was made, in milliseconds, UTC. */
  now: number
}

const day = 24 * 60 * 60_000
const spans: [days: number, words: string][] = [
  [1, 'for a day'],
  [7, 'for a week'],
  [30, 'for 30 days'],
  [0, 'until you revoke it'],
]

/** Share links: make one, see how the others were used, revoke them. */
export function Links({ planId, initial, timeZone, now }: LinksProps) {
  const { data: links } = useLinks(planId, initial)
  return (
    <Part
      title="Share by link"
      words="Who has the link sees the plan without an account, and joins it or makes a copy with one. A dead link tells nothing."
    >
      <NewLink planId={planId} />
      {links.items.length > 0 && (
        <ul className="lines">
          {links.items.map((link) => (
            <LinkLine key={link.id} planId={planId} link={link} until={until(link)} />
          ))}
        </ul>
      )}
    </Part>
  )

  function until({ expiresAt }: LinkItem): string {
    return expiresAt === null ? 'no end' : `until ${momentInWords(expiresAt, now, timeZone)}`
  }
}

function NewLink({ planId }: { planId: string }) {
  const id = useId()
  const create = useCreateLink(planId)
  const [role, setRole] = useState<GivenRole>('member')
  const [days, setDays] = useState(7)
  const [uses, setUses] = useState('')
  function submit(event: FormEvent) {
    event.preventDefault()
    create.mutate(
      {
        role,
        expiresAt: days === 0 ? null : Date.now() + days * day,
        maxUses: uses === '' ? null : Number(uses),
      },
      { onError: (error) => showToast({ text: `No link was made: ${error.message}`, tone: 'error' }) },
    )
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_8rem]">
        <div className="field">
          <label htmlFor={`${id}-role`}>Who joins by it is a</label>
          <RoleSelect id={`${id}-role`} value={role} onChange={setRole} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-days`}>Works</label>
          <select
            id={`${id}-days`}
            className="input"
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {spans.map(([span, words]) => (
              <option key={span} value={span}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-uses`}>For how many</label>
          <input
            id={`${id}-uses`}
            className="input figures"
            type="number"
            min={1}
            max={10000}
            placeholder="any"
            value={uses}
            onChange={(event) => setUses(event.target.value)}
          />
        </div>
      </div>
      <button type="submit" className="button button-main justify-self-start" disabled={create.isPending}>
        Make a link
      </button>
      {create.data && (
        <div role="status">
          <SecretAddress
            label="Your new link"
            url={create.data.url}
            hint="It is shown this once: only a fingerprint of it is kept here."
          />
        </div>
      )}
    </form>
  )
}

const states = { live: '', revoked: 'revoked', expired: 'expired', 'used-up': 'used up' } as const

function LinkLine({ planId, link, until }: { planId: string; link: LinkItem; until: string }) {
  const remove = useRemoveLink(planId)
  const isLive = link.state === 'live'
  return (
    <li className={isLive ? '' : 'quiet'}>
      <span>
        {link.role}
        <span className="small quiet figures">
          {' '}
          · {until} · {link.uses} of {link.maxUses ?? 'any'} used
        </span>
      </span>
      {isLive ? (
        <button
          type="button"
          className="button button-small"
          disabled={remove.isPending}
          onClick={() =>
            remove.mutate(link.id, {
              onSuccess: () => showToast({ text: 'Revoked: the link is dead.' }),
              onError: (error) => showToast({ text: `Not revoked: ${error.message}`, tone: 'error' }),
            })
          }
        >
          Revoke<span className="sr-only"> the {link.role} link</span>
        </button>
      ) : (
        <span className="small">{states[link.state]}</span>
      )}
    </li>
  )
}
