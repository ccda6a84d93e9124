'use client'

import { useId } from 'react'

/** A file to choose; told as soon as it is chosen. */
export function FileField({
  label,
  accept,
  hint,
  onFile,
}: {
  label: string
  accept: string
  hint: string
  onFile: (file: File) => Promise<void>
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        className="file-input"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file may be chosen again after it was changed.
          event.target.value = ''
          if (file) void onFile(file)
        }}
      />
      <p id={`${id}-hint`} className="small quiet">
        {hint}
      </p>
    </div>
  )
}
