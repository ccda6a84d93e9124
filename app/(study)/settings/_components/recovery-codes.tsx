'use client'

import { copyText } from '#components/ui/copy-text.ts'

/** Recovery codes, the one time that they are shown. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  return (
    <section aria-label="Your recovery codes" className="notice grid gap-3">
      <p>
        <strong className="font-[560]">Keep these recovery codes.</strong> Each signs you in once in place of the second
        step, on the day your phone is lost. They are shown this once; print them, or keep them where your passwords
        are.
      </p>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="figures">{code}</code>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={() => void copyText(codes.join('\n'))}>
          Copy
        </button>
        <button type="button" className="button" onClick={onKept}>
          I have kept them
        </button>
      </div>
    </section>
  )
}
