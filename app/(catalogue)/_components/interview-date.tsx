/** A date that leads to the plan that fits it. A plain form: it works before the page's scripts do. */
export function InterviewDate() {
  return (
    <form action="/plans/new" className="interview-date">
      <label htmlFor="interview-date" className="font-serif text-step-1 font-[560]">
        My interview is on
      </label>
      <input id="interview-date" type="date" name="date" required className="input figures w-auto" />
      <button type="submit" className="button button-main">
        Show the plan that fits
      </button>
    </form>
  )
}
