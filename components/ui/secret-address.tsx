'use client'

import { useId } from 'react'
import { showToast } from './toaster.tsx'

/** An address that is shown once: select it, or copy it with the button. */
export function SecretAddress({ label, url, hint }: { label: string; url: string; hint: string }) {
  const id = useId()
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => showToast({ text: 'Copied.' }),
      () =>
        showToast({
          text: 'Not copied: this browser does not allow it. Select the address and copy it.',
          tone: 'error',
        }),
    )
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="secret">
        <input
          id={id}
          className="input"
          readOnly
          value={url}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={() => void copy()}>
          Copy
        </button>
      </div>
      <p id={`${id}-hint`} className="small quiet">
        {hint}
      </p>
    </div>
  )
}
