import { showToast } from '#components/ui/toaster.tsx'
import { useChoice } from '#hooks/use-choice.ts'
import { useSetShows } from '#hooks/use-people.ts'
import type { MemberItem } from '#lib/api/sharing-answers.ts'
import { type Shows, showsChoices, showsInWords } from '#lib/sharing/visibility.ts'

/** What the others see of the viewer. */
export function ShowsForm({ planId, me }: { planId: string; me: MemberItem }) {
  const setShows = useSetShows(planId, me.userId)
  const [chosen, choose] = useChoice<Shows>(me.shows, (shows, options) =>
    setShows.mutate(shows, {
      ...options,
      onSuccess: () => showToast({ text: `The others now see: ${showsInWords[shows].title.toLowerCase()}.` }),
    }),
  )
  return (
    <fieldset className="no-print">
      <legend className="mb-2 font-serif text-xl font-[560]">What the others see of you</legend>
      <div className="choices">
        {showsChoices.map((shows) => (
          <label key={shows}>
            <input type="radio" name="shows" checked={chosen === shows} onChange={() => choose(shows)} />
            <span>{showsInWords[shows].title}</span>
            <small>{showsInWords[shows].detail}</small>
          </label>
        ))}
      </div>
      <p className="small quiet mt-2">Why you skipped something, your notes and cards stay yours in any case.</p>
    </fieldset>
  )
}
