import type { Metadata } from 'next'
import { connection } from 'next/server'
import { isMailSet } from '#app/_server/mail.ts'
import { ResetForm } from './_components/reset-form.tsx'

export const metadata: Metadata = { title: 'New password' }

export default async function ResetPage() {
  await connection()
  return (
    <div className="mx-auto grid max-w-[26rem] gap-6">
      <h1>New password</h1>
      <ResetForm sendsMail={isMailSet()} />
      <p className="hairline pt-4">
        You remember it? <a href="/sign-in">Sign in</a>.
      </p>
    </div>
  )
}
