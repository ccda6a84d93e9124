'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** An error of the whole form; announced when it appears. */
export function FormError({ children }: { children: ReactNode }) {
  if (!children) return null
  return (
    <div role="alert" className="notice notice-error">
      {children}
    </div>
  )
}

/** Moves the focus to the first invalid field whenever `errors` change. Give the ref to the form. */
export function useFocusOnError(errors: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (errors) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors])
  return form
}
