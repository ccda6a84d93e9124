'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { showToast } from '#components/ui/toaster.tsx'
import { useNewApp, useNewRecoveryCodes, useRemoveApp } from '#hooks/use-factors.ts'
import type { Factors } from '#lib/api/factors.ts'
import { NewAppForm } from './new-app-form.tsx'
import { Passkeys } from './passkeys.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** What is asked for besides the password: an app or a passkey, and codes for the day they are lost. */
export function SecondStep({ factors, browser, timeZone }: { factors: Factors; browser: string; timeZone: string }) {
  const router = useRouter()
  const [codes, setCodes] = useState<string[] | null>(null)
  const newApp = useNewApp()
  const removeApp = useRemoveApp()
  const newCodes = useNewRecoveryCodes()
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone })
  const refused = (error: Error) => showToast({ text: error.message, tone: 'error' })
  const done = (text: string) => {
    showToast({ text })
    router.refresh()
  }
  const hasApp = factors.appSince !== null
  const isOn = hasApp || factors.passkeys.length > 0
  return (
    <div className="grid gap-6">
      {codes && (
        <RecoveryCodes
          codes={codes}
          onKept={() => {
            setCodes(null)
            router.refresh()
          }}
        />
      )}
      {!codes && !isOn && !newApp.data && (
        <p>Off: your password alone signs you in. With a second step, a stolen password is not enough.</p>
      )}
      {factors.appSince !== null && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p>Authenticator app, since {day.format(factors.appSince)}</p>
          <button
            type="button"
            className="button button-small"
            disabled={removeApp.isPending}
            onClick={() =>
              removeApp.mutate(undefined, {
                onSuccess: () => done('Turned off: the app is not asked for any more.'),
                onError: refused,
              })
            }
          >
            Turn off
          </button>
        </div>
      )}
      {!hasApp && !newApp.data && (
        <button
          type="button"
          className="button justify-self-start"
          disabled={newApp.isPending}
          onClick={() => newApp.mutate(undefined, { onError: refused })}
        >
          Set up an authenticator app
        </button>
      )}
      {!hasApp && newApp.data && (
        <NewAppForm
          app={newApp.data}
          onDone={(made) => {
            newApp.reset()
            setCodes(made)
            done('The app is asked for from now on.')
          }}
        />
      )}
      <Passkeys
        items={factors.passkeys}
        problem={factors.passkeyProblem}
        suggestion={browser}
        timeZone={timeZone}
        onCodes={setCodes}
      />
      {isOn && !codes && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p>
            Recovery codes left: <span className="figures">{factors.recoveryCodes}</span>
          </p>
          <button
            type="button"
            className="button button-small"
            disabled={newCodes.isPending}
            onClick={() =>
              newCodes.mutate(undefined, {
                onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
                onError: refused,
              })
            }
          >
            Make new ones
          </button>
        </div>
      )}
    </div>
  )
}
