'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { showToast } from '#components/ui/toaster.tsx'
import { useDecideOffer } from '#hooks/use-own-readings.ts'

/** A section with its topics, to choose a place from. */
export interface Place {
  id: string
  title: string
  topics: { id: string; title: string }[]
}

/** An offer, as shown in the queue. */
interface ShownOffer {
  readingId: string
  title: string
  url: string
  byline: string
  medium: string
  minutes: number
  reason: string
  by: string
  when: string
}

/** One offer: a place in the catalogue to accept it into, or a no. */
export function Offer({ offer, places }: { offer: ShownOffer; places: Place[] }) {
  const router = useRouter()
  const { mutate, error, isPending } = useDecideOffer(offer.readingId)
  const [sectionId, setSection] = useState(places[0]?.id ?? '')
  const topics = places.find(({ id }) => id === sectionId)?.topics ?? []
  const decide = (decision: Parameters<typeof mutate>[0], text: string) =>
    mutate(decision, {
      onSuccess: () => {
        showToast({ text })
        router.refresh()
      },
    })
  function accept(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const topicId = String(form.get('topic') ?? '') || null
    decide({ state: 'accepted', sectionId, topicId, title: String(form.get('title') ?? '') }, 'It is in the catalogue.')
  }
  return (
    <li className="hairline grid gap-x-8 gap-y-3 py-4 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="min-w-0">
        <p className="font-serif text-lg wrap-anywhere">{offer.title}</p>
        <p className="small quiet">
          {[offer.byline, offer.medium, `${offer.minutes} min`].filter(Boolean).join(' · ')}
        </p>
        <p className="small wrap-anywhere">
          <a href={offer.url} rel="noreferrer">
            {offer.url}
          </a>
        </p>
        <p className="small quiet">
          {offer.by} offers it, {offer.when}
        </p>
        {offer.reason && <p className="prose mt-2 wrap-anywhere">{offer.reason}</p>}
      </div>
      <form onSubmit={accept} className="grid content-start gap-3">
        <Field label="Title in the catalogue" name="title" required maxLength={300} defaultValue={offer.title} />
        <div className="grid gap-3 sm:grid-cols-2">
          <label className="field">
            <span className="label">Section</span>
            <select className="input" value={sectionId} onChange={(event) => setSection(event.target.value)}>
              {places.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="label">Topic</span>
            <select name="topic" className="input" key={sectionId}>
              <option value="">None</option>
              {topics.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        </div>
        <FormError>{error?.message}</FormError>
        <p className="flex flex-wrap gap-2">
          <button className="button button-small" disabled={isPending}>
            Accept
          </button>
          <button
            type="button"
            className="button button-small button-quiet"
            disabled={isPending}
            onClick={() => decide({ state: 'declined' }, 'Declined; it stays its owner’s.')}
          >
            Decline
          </button>
        </p>
      </form>
    </li>
  )
}
