/** Shown without a plan: what belongs here, and the one thing to do. */
export function NoPlan() {
  return (
    <div className="empty">
      <p className="mb-4">
        Each day’s items stand here once you have a plan: what to read, a drill, a card, in the minutes that you have.
      </p>
      <a className="button button-main" href="/plans/new">
        Start a plan
      </a>
    </div>
  )
}
