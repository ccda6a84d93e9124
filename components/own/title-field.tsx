'use client'

import { Field } from '#components/ui/field.tsx'
import { usePageTitle } from '#hooks/use-own-readings.ts'

/** The address and title of a reading; the page is asked for its title only by a press. */
export function AddressAndTitle({
  url,
  title,
  errors,
  onChange,
}: {
  url: string
  title: string
  errors: Record<string, string>
  onChange: (change: { url?: string; title?: string }) => void
}) {
  const page = usePageTitle()
  const ask = () =>
    page.mutate(url.trim(), { onSuccess: (found) => found.title !== null && onChange({ title: found.title }) })
  return (
    <>
      <Field
        label="Address"
        name="url"
        type="url"
        inputMode="url"
        maxLength={2000}
        placeholder="https://"
        hint="Leave it empty for a book, a talk or a file without one."
        value={url}
        error={errors.url}
        onChange={(event) => onChange({ url: event.target.value })}
      />
      <Field
        label="Title"
        name="title"
        maxLength={300}
        dir="auto"
        value={title}
        error={errors.title ?? page.data?.problem ?? page.error?.message}
        onChange={(event) => onChange({ title: event.target.value })}
        aside={
          url.trim() !== '' && (
            <button type="button" className="small text-accent underline" disabled={page.isPending} onClick={ask}>
              {page.isPending ? 'Asking the page' : 'Get it from the page'}
            </button>
          )
        }
      />
    </>
  )
}
