'use client'

import { type FormEvent, useState } from 'react'
import { factsOf, OwnFields, type OwnValues } from '#components/own/own-fields.tsx'
import { AddressAndTitle } from '#components/own/title-field.tsx'
import { FormError } from '#components/ui/form-error.tsx'
import { limited } from '#components/ui/limited.ts'
import { ApiError } from '#hooks/api.ts'
import { type Destination, newIds, useAddReading } from '#hooks/use-own-readings.ts'
import { newOwnId } from '#lib/own/own-id.ts'
import { AddedNotice } from './added-notice.tsx'
import { DestinationField, type Named } from './destination-field.tsx'

/** Adds a reading, and says at once where it goes. */
export function AddForm({
  given,
  plans,
  lists,
}: {
  given: { url: string; title: string; text: string }
  plans: Named[]
  lists: Named[]
}) {
  const blank: OwnValues = { url: given.url, title: given.title, byline: '', medium: '', minutes: '' }
  const [values, setValues] = useState(blank)
  const [quote, setQuote] = useState(given.text)
  const [destination, setDestination] = useState<Destination>({ kind: 'queued' })
  const [ids, setIds] = useState(() => ({ ...newIds(), reading: newOwnId() }))
  const add = useAddReading()
  const change = (some: Partial<OwnValues>) => setValues((before) => ({ ...before, ...some }))
  const errors = add.error instanceof ApiError ? add.error.fields : {}
  const isToldAtField = Object.keys(errors).some((field) => field in values)

  function send(event: FormEvent) {
    event.preventDefault()
    add.mutate({ facts: { ...factsOf(values), id: ids.reading }, destination, quote, ids })
  }
  function again() {
    add.reset()
    setValues({ url: '', title: '', byline: '', medium: '', minutes: '' })
    setQuote('')
    setIds({ ...newIds(), reading: newOwnId() })
  }

  if (add.isSuccess) return <AddedNotice added={add.data} destination={destination} onAgain={again} />
  const quoteField = limited(5000)
  return (
    <form onSubmit={send} className="grid max-w-[44rem] gap-5">
      <AddressAndTitle url={values.url} title={values.title} errors={errors} onChange={change} />
      <DestinationField value={destination} plans={plans} lists={lists} onChange={setDestination} />
      <details open={given.text !== ''}>
        <summary className="quiet inline-block min-h-6">
          {given.text ? 'The words that you selected' : 'A quote'}
        </summary>
        <textarea
          className="input mt-2 min-h-24 font-serif"
          aria-label="A quote from it"
          dir="auto"
          value={quote}
          onInput={quoteField.onInput}
          onChange={(event) => setQuote(event.target.value)}
        />
        <p className="small quiet mt-1">Kept with the reading, for you alone.</p>
      </details>
      <details>
        <summary className="quiet inline-block min-h-6">Who wrote it, what it is, how long it takes</summary>
        <div className="mt-3">
          <OwnFields values={values} errors={errors} onChange={change} />
        </div>
      </details>
      <FormError>{add.error && !isToldAtField ? add.error.message : null}</FormError>
      <p>
        <button type="submit" className="button button-main" disabled={add.isPending}>
          {add.isPending ? 'Adding it' : 'Add it'}
        </button>
      </p>
    </form>
  )
}
