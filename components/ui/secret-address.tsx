'use client'

import { useId } from 'react'
import { copyText } from './copy-text.ts'

/** An address that is shown once: select it, or copy it with the button. */
export function SecretAddress({ label, url, hint }: { label: string; url: string; hint: string }) {
  const id = useId()
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
        <button type="button" className="button" onClick={() => void copyText(url)}>
          Copy
        </button>
      </div>
      <p id={`${id}-hint`} className="small quiet">
        {hint}
      </p>
    </div>
  )
}
