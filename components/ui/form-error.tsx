'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What is wrong with a form as a whole; announced as it appears. */
export function FormError({ children }: { children: ReactNode }) {
  if (!children) return null
  return (
    <div role="alert" className="notice notice-error">
      {children}
    </div>
  )
}

/** Puts the cursor into the first field at fault whenever `errors` change. Give the ref to the form. */
export function useFocusOnError(errors: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (errors) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  return form
}
