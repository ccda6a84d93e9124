/** Shown to somebody who has not done anything here yet. */
export function NothingYet() {
  return (
    <div className="empty mb-10">
      <p className="mb-4">
        What you read and write adds up here: days, topics, minutes. Mark a reading done, or write your first note on
        one, and this page begins to fill.
      </p>
      <p className="flex flex-wrap gap-3">
        <a className="button button-main" href="/catalogue">
          Find a first reading
        </a>
        <a className="button" href="/plans/new">
          Start a plan
        </a>
      </p>
    </div>
  )
}
