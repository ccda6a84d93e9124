'use client'

import { useRouter } from 'next/navigation'
import type { UserRole } from '#lib/auth/user-role.ts'
import { showToast } from '#components/ui/toaster.tsx'
import {
  useMakeReset,
  useRemoveFactors,
  useRemovePerson,
  useSetPerson,
  useSignPersonOut,
} from '#hooks/use-people-admin.ts'

interface PersonRowProps {
  person: {
    id: string
    name: string
    email: string
    role: UserRole
    isDisabled: boolean
    hasSecondStep: boolean
    sessions: number
  }
  isSelf: boolean
  /** Since when, and when last seen. */
  words: string
}

/** A person with an account, and what an admin can do about it. */
export function PersonRow({ person, isSelf, words }: PersonRowProps) {
  const { id: userId, name, email, role, isDisabled, hasSecondStep, sessions } = person
  const router = useRouter()
  const set = useSetPerson()
  const reset = useMakeReset()
  const removeFactors = useRemoveFactors()
  const signOut = useSignPersonOut()
  const remove = useRemovePerson()
  const refused = (error: Error) => showToast({ text: error.message, tone: 'error' })
  const after = (done: string) => ({
    onSuccess: () => {
      showToast({ text: done })
      router.refresh()
    },
    onError: refused,
  })
  const turnOff = () => removeFactors.mutate(userId, after(`${name} signs in with the password alone.`))
  const end = () => signOut.mutate(userId, after(`${name} is signed out everywhere.`))
  const change = (given: { role?: UserRole; disabled?: boolean }, done: string) =>
    set.mutate({ userId, ...given }, after(done))
  const acts: [words: string, run: () => void, isOffered: boolean][] = [
    ['Make a reset link', () => reset.mutate(userId, { onError: refused }), !isDisabled],
    ['Turn the second step off', turnOff, hasSecondStep],
    ['Make admin', () => change({ role: 'admin' }, `${name} is an admin.`), role === 'user' && !isDisabled],
    ['Take admin away', () => change({ role: 'user' }, `${name} is no admin now.`), role === 'admin'],
    ['Sign out everywhere', end, sessions > 0 && !isSelf],
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
        {!isSelf && (
          <details>
            <summary className="button button-small">
              Delete<span className="sr-only">: {name}</span>
            </summary>
            <p className="small mt-2 max-w-[24rem]">
              For good: marks, notes and plans of {name} are erased; plans that others do go to one of them.
            </p>
            <button
              type="button"
              className="button button-small mt-2 border-error text-error"
              disabled={remove.isPending}
              onClick={() => remove.mutate(userId, after(`The account of ${name} is deleted.`))}
            >
              Delete the account<span className="sr-only"> of {name}</span>
            </button>
          </details>
        )}
      </div>
    </li>
  )
}
