'use client'

import { useRouter } from 'next/navigation'
import { showToast } from '#components/ui/toaster.tsx'
import type { UserRole } from '#lib/auth/user-role.ts'
import { useMakeReset, useRemoveFactors, useSetPerson } from '#hooks/use-people-admin.ts'

interface PersonRowProps {
  person: {
    id: string
    name: string
    email: string
    role: UserRole
    isDisabled: boolean
    hasSecondStep: boolean
  }
  isSelf: boolean
  /** Since when, and when last seen. */
  words: string
}

/** A person with an account, and what an admin can do about it. */
export function PersonRow({ person, isSelf, words }: PersonRowProps) {
  const { id: userId, name, email, role, isDisabled, hasSecondStep } = person
  const router = useRouter()
  const set = useSetPerson()
  const reset = useMakeReset()
  const removeFactors = useRemoveFactors()
  const refused = (error: Error) => showToast({ text: error.message, tone: 'error' })
  const turnOff = () =>
    removeFactors.mutate(userId, {
      onSuccess: () => {
        showToast({ text: `${name} signs in with the password alone.` })
        router.refresh()
      },
      onError: refused,
    })
  const change = (given: { role?: UserRole; disabled?: boolean }, done: string) =>
    set.mutate(
      { userId, ...given },
      {
        onSuccess: () => {
          showToast({ text: done })
          router.refresh()
        },
        onError: refused,
      },
    )
  const acts: [words: string, run: () => void, isOffered: boolean][] = [
    ['Make a reset link', () => reset.mutate(userId, { onError: refused }), !isDisabled],
    ['Turn the second step off', turnOff, hasSecondStep],
    ['Make admin', () => change({ role: 'admin' }, `${name} is an admin.`), role === 'user' && !isDisabled],
    ['Take admin away', () => change({ role: 'user' }, `${name} is no admin now.`), role === 'admin'],
    ['Enable', () => change({ disabled: false }, `${name} can sign in again.`), isDisabled],
    ['Disable', () => change({ disabled: true }, `${name} is signed out and cannot sign in.`), !isDisabled],
  ]
  return (
    <li className="flex-wrap">
      <div className="min-w-0 flex-1 basis-72 [overflow-wrap:anywhere]">
        <span className="font-[560]">{name}</span>
        {isSelf && ' (you)'}
        {role === 'admin' && <span className="quiet"> · admin</span>}
        {isDisabled && <span className="quiet"> · disabled</span>}
        <p className="small quiet">
          {email}. {words}.
        </p>
        {reset.data && (
          <p className="small mt-1" role="status">
            For 30 minutes and once, {name} sets a new password here: <code>{reset.data.url}</code>
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {acts
          .filter(([, , isOffered]) => isOffered)
          .map(([says, run]) => (
            <button
              key={says}
              type="button"
              className="button button-small"
              disabled={set.isPending || reset.isPending}
              onClick={run}
            >
              {says}
              <span className="sr-only">: {name}</span>
            </button>
          ))}
      </div>
    </li>
  )
}
