/** The button at a form's foot and, beside it, whether the server has what stands in the form. */
export function SaveButton({
  label,
  saving,
  saved,
  disabled,
}: {
  label: string
  saving: boolean
  saved: boolean
  disabled: boolean
}) {
  return (
    <div className="flex items-center gap-4">
      <button className="button" disabled={disabled}>
        {label}
      </button>
      <span role="status" className="small quiet">
        {saving && 'Saving'}
        {saved && 'Saved'}
      </span>
    </div>
  )
}
