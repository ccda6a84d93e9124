import type { Metadata } from 'next'
import { requireAdmin } from '#app/_server/viewer.ts'
import { listPeopleOfServer } from '#db/queries/accounts/people.ts'
import { frontProblem } from '#lib/untrusted-front.ts'
import { AdminHead } from '../_components/admin-head.tsx'
import { PersonRow } from './_components/person-row.tsx'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const viewer = await requireAdmin('/admin/people')
  const people = await listPeopleOfServer(viewer)
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: viewer.timeZone })
  const problem = frontProblem()
  return (
    <>
      <AdminHead
        path="/admin/people"
        title="People"
        words="Everybody with an account on this server. A disabled account is signed out and cannot sign in; nothing of it is lost."
      />
      {problem && <p className="notice notice-error mb-6">{problem}</p>}
      <ul className="lines" aria-label="People">
        {people.map(({ id, name, email, role, disabledAt, createdAt, lastSeenAt, sessions, hasSecondStep }) => (
          <PersonRow
            key={id}
            person={{ id, name, email, role, isDisabled: disabledAt !== null, hasSecondStep, sessions }}
            isSelf={id === viewer.id}
            words={
              lastSeenAt === null
                ? `Since ${when.format(createdAt)}, signed in nowhere`
                : `Since ${when.format(createdAt)}, last seen ${when.format(lastSeenAt)}, signed in ${sessions === 1 ? 'in one browser' : `in ${sessions} browsers`}`
            }
          />
        ))}
      </ul>
    </>
  )
}
