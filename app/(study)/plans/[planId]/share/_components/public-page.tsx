'use client'

import { SecretAddress } from '#components/ui/secret-address.tsx'
import { useChoice } from '#hooks/use-choice.ts'
import { useLinks, useSetPublicPage } from '#hooks/use-links.ts'
import type { PlanLinks } from '#lib/api/sharing-answers.ts'
import { Part } from '../../_components/part.tsx'

const choices = [
  [null, 'Private', 'Nobody sees it but those who are on it or have a link.'],
  ['guest', 'Public, to look at and copy', 'Who joins from the page is a guest.'],
  ['member', 'Public, to join as well', 'Who joins from the page is a member, with own dates.'],
] as const

/** Turns the plan's public page on or off; its address is not secret and never changes. */
export function PublicPage({ planId, initial, url }: { planId: string; initial: PlanLinks; url: string }) {
  const { data: links } = useLinks(planId, initial)
  const set = useSetPublicPage(planId)
  const [role, choose] = useChoice<'guest' | 'member' | null>(
    links.public?.role === 'editor' ? 'member' : (links.public?.role ?? null),
    set.mutate,
  )
  return (
    <Part
      title="Public page"
      words="Anybody may open it, and search engines may list it. It shows what the plan holds, never who is on it."
    >
      <fieldset className="choices">
        <legend className="sr-only">Public page</legend>
        {choices.map(([value, title, detail]) => (
          <label key={title}>
            <input type="radio" name="public" checked={role === value} onChange={() => choose(value)} />
            <span>{title}</span>
            <small>{detail}</small>
          </label>
        ))}
      </fieldset>
      {role !== null && (
        <SecretAddress
          label="Its address"
          url={url}
          hint={`${links.public?.uses ?? 0} joined from it. The page dies at once when you make the plan private.`}
        />
      )}
    </Part>
  )
}
