/** The button at the end of a form and, beside it, whether the form's values are saved. */
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
