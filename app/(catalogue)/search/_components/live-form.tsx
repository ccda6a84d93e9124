'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useTransition } from 'react'
import { searchHref, stateFromParams } from '#lib/search/state.ts'

const debounceMs = 250

/**
 * The search form. Without JavaScript it is a plain GET form; with it, results follow a quarter second behind the
 * typing. Fields that stand elsewhere on the page belong to it by their `form` attribute.
 */
export function LiveForm({ id, children, className }: { id: string; children: ReactNode; className?: string }) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [pending, startTransition] = useTransition()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (how: 'push' | 'replace') => {
      clearTimeout(timer)
      if (!form.current) return
      const texts = [...new FormData(form.current)].map(([key, value]) => [key, String(value)])
      const href = searchHref(stateFromParams(new URLSearchParams(texts)))
      if (href !== location.pathname + location.search) startTransition(() => router[how](href, { scroll: false }))
    }
    const onInput = ({ target }: Event) => {
      const isSelect = target instanceof HTMLSelectElement
      if (!(isSelect || target instanceof HTMLInputElement) || target.form !== form.current) return
      clearTimeout(timer)
      timer = setTimeout(show, isSelect ? 0 : debounceMs, isSelect ? 'push' : 'replace')
    }
    const onSubmit = (event: SubmitEvent) => {
      if (event.target !== form.current) return
      event.preventDefault()
      show('push')
    }
    document.addEventListener('input', onInput)
    document.addEventListener('submit', onSubmit)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('input', onInput)
      document.removeEventListener('submit', onSubmit)
    }
  }, [router])

  return (
    <form ref={form} id={id} action="/search" role="search" className={className} aria-busy={pending}>
      {children}
    </form>
  )
}
