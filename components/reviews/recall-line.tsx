import { counted, dayInWords } from '#lib/format.ts'
import { leastReviews, type RecallFigure } from '#lib/reviews/recall.ts'

interface RecallLineProps {
  /** The day that it is about. */
  day: string
  isInterview: boolean
  reviews: number
  figure: RecallFigure | null
  /** Says what is missing where there is no figure yet; else nothing shows then. */
  saysWhy?: boolean
}

/** What a person will recall on the interview day, with the band that holds it in 9 of 10 cases, and on how much it rests. */
export function RecallLine({ day, isInterview, reviews, figure, saysWhy }: RecallLineProps) {
  if (!figure && !saysWhy) return null
  return (
    <section aria-labelledby="recall" className="recall">
      <h2 id="recall" className="eyebrow">
        {isInterview ? `Recall on your interview day, ${dayInWords(day).replace(/ \d{4}$/, '')}` : 'Recall today'}
      </h2>
      {figure ? (
        <>
          <p className="figures">
            <strong>{percent(figure.expected)}</strong>, {whole(figure.low)} to {whole(figure.high)}, from{' '}
            {counted(figure.reviews, 'review')}
          </p>
          <Band {...figure} />
        </>
      ) : (
        <p className="quiet">
          Shows after {leastReviews} reviews of cards that you had seen before; you have {reviews}.
        </p>
      )}
    </section>
  )
}

const whole = (share: number) => Math.round(share * 100)
const percent = (share: number) => `${whole(share)} %`

/** The same as a picture: the whole line is all cards, the bar where the truth lies in 9 of 10 cases. */
function Band({ expected, low, high }: RecallFigure) {
  return (
    <svg className="recall-band" viewBox="0 0 200 10" preserveAspectRatio="none" aria-hidden>
      <line x1="0" x2="200" y1="5" y2="5" className="all" />
      <rect x={low * 200} width={(high - low) * 200} y="2" height="6" className="band" />
      <rect x={expected * 200 - 0.75} width="1.5" y="0" height="10" className="expected" />
    </svg>
  )
}
