'use client'

/** Prints the page, or keeps it as PDF: that is the browser's own dialog. */
export function PrintButton() {
  return (
    <button type="button" className="button button-small button-main" onClick={() => window.print()}>
      Print or save as PDF
    </button>
  )
}
