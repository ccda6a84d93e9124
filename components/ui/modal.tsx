'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Toaster } from './toaster.tsx'

/** A native dialog that is open as long as it is rendered. Escape and a press beside it close it. */
export function Modal({
  label,
  className = 'max-w-[36rem] p-6',
  onClose,
  children,
}: {
  label: string
  className?: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-label={label} className={`modal ${className}`} onClose={onClose} closedby="any">
      {children}
      <Toaster />
    </dialog>
  )
}
