import { notFound } from 'next/navigation'
import { Problem } from '#lib/problems.ts'

/** For pages: what was asked for, or the page of a 404 where it is not there or not the viewer's. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) notFound()
    throw error
  })
}
