'use client'

import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import { tellRefusedBy } from '#hooks/refused-writes.ts'

/** A line that appears for a few seconds at the foot of the page. */
export interface Toast {
  text: string
  /** What can be done about it: a link, or buttons. */
  actions?: ({ label: string; href: string } | { label: string; run: () => void })[]
  /** A number that can be given, such as minutes. */
  field?: { label: string; unit: string; run: (value: number) => void }
  tone?: 'plain' | 'error'
  /** Milliseconds; 8,000 unless told. */
  lasts?: number
}

let current: (Toast & { id: number }) | null = null
let count = 0
const listeners = new Set<() => void>()
/**
 * The places where toasts may appear, of which the last one shows them: beside an open dialog nothing can be pressed.
 */
let places: string[] = []

/** Shows a toast in place of the one before. */
export function showToast(toast: Toast): void {
  set({ ...toast, id: ++count })
}

tellRefusedBy((text) => showToast({ text, tone: 'error' }))

/** Hides the toast. */
export function hideToast(): void {
  set(null)
}

function set(next: typeof current): void {
  current = next
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The place where toasts appear: once in a layout, and in each dialog. Announced politely, kept while in hand. `id`:
 * for what else says something there.
 */
export function Toaster({ id: place }: { id?: string }) {
  const id = useId()
  /** Where the focus came from: it goes back there when the toast goes with it. */
  const before = useRef<HTMLElement | null>(null)
  const giveBack = () => before.current?.isConnected && before.current.focus({ preventScroll: true })
  const toast = useSyncExternalStore(
    subscribe,
    () => (places.at(-1) === id ? current : null),
    () => null,
  )
  useEffect(() => {
    places = [...places, id]
    tell()
    return () => {
      places = places.filter((place) => place !== id)
      tell()
    }
  }, [id])
  useEffect(() => {
    if (!toast) return
    const wait = () => {
      const held = document.querySelector('[data-toast]:hover, [data-toast]:focus-within')
      if (!held) return set(current?.id === toast.id ? null : current)
      timer = setTimeout(wait, 1000)
    }
    let timer = setTimeout(wait, toast.lasts ?? 8000)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div
      id={place}
      role="status"
      className="no-print pointer-events-none fixed inset-x-0 bottom-[calc(1rem+var(--bar))] z-40 flex flex-col items-center gap-2 px-4"
    >
      {toast && (
        <div
          data-toast
          onFocus={({ relatedTarget, currentTarget }) => {
            if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
              before.current = relatedTarget
          }}
          className={`pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-1 border bg-sheet px-4 py-2 shadow-md ${toast.tone === 'error' ? 'border-error text-error' : 'border-rule'}`}
        >
          <span>{toast.text}</span>
          {toast.field && <ToastField key={toast.id} {...toast.field} onSent={giveBack} />}
          {toast.actions?.map((action) =>
            'href' in action ? (
              <a key={action.label} href={action.href} className="py-1 font-[560] text-accent">
                {action.label}
              </a>
            ) : (
              <button
                key={action.label}
                type="button"
                className="py-1 font-[560] text-accent underline underline-offset-4"
                onClick={() => {
                  giveBack()
                  hideToast()
                  action.run()
                }}
              >
                {action.label}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  )
}

function ToastField({ label, unit, run, onSent }: NonNullable<Toast['field']> & { onSent: () => void }) {
  return (
    <form
      className="flex items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        const value = Number(new FormData(event.currentTarget).get('value'))
        if (!Number.isInteger(value) || value < 1) return
        onSent()
        hideToast()
        run(value)
      }}
    >
      <label className="flex items-center gap-1.5">
        <span className="quiet">{label}</span>
        <input
          name="value"
          type="number"
          inputMode="numeric"
          min="1"
          max="6000"
          className="input figures !min-h-8 !w-16 !px-2 !py-0"
          autoComplete="off"
        />
        <span className="quiet">{unit}</span>
      </label>
      <button type="submit" className="py-1 font-[560] text-accent underline underline-offset-4">
        Keep
      </button>
    </form>
  )
}
