/** Starts selecting several rows of the page, for signed-in people; `Selection` makes it work. */
export function SelectButton() {
  return (
    <span data-when="signed-in" className="contents">
      <button type="button" data-selects className="no-print py-1 underline decoration-rule underline-offset-4">
        Select several
      </button>
    </span>
  )
}
