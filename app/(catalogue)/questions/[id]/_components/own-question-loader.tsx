'use client'

import dynamic from 'next/dynamic'
import { useHasLocalViewer } from '#hooks/local-viewer.ts'

const OwnQuestion = dynamic(
  async () => {
    const [{ OwnQuestion }, { withQueries }] = await Promise.all([
      import('./own-question.tsx'),
      import('#components/layout/with-queries.tsx'),
    ])
    return withQueries(OwnQuestion)
  },
  { ssr: false },
)

/** What a signed-in person has read, noted and practised for a question: loaded for them alone, into reserved space. */
export function OwnQuestionLoader({ questionId, title }: { questionId: string; title: string }) {
  const isSignedIn = useHasLocalViewer()
  return (
    <div data-when="signed-in" className="mt-6 min-h-24 max-w-[70ch] no-print">
      {isSignedIn && <OwnQuestion questionId={questionId} title={title} />}
    </div>
  )
}
