'use client'

/** Opens the browser's print dialog, which can also save a PDF. */
export function PrintButton() {
  return (
    <button type="button" className="button button-small button-main" onClick={() => window.print()}>
      Print or save as PDF
    </button>
  )
}
