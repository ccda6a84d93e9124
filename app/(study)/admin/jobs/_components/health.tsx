/** What is wrong, and what is worth knowing. */
export function Health({ problems, notes }: { problems: string[]; notes: string[] }) {
  return (
    <section aria-label="Health" className="grid max-w-measure gap-3">
      <h2 className="text-lg">Health</h2>
      {problems.length === 0 && <p>All is well: the database is where it was, and can be written.</p>}
      {problems.map((problem) => (
        <p key={problem} className="notice notice-error wrap-anywhere">
          {problem}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="small quiet">
          {note}
        </p>
      ))}
    </section>
  )
}
