import { notFound } from 'next/navigation'
import { Problem } from '#lib/problems.ts'

/** For pages: the value, or a 404 page where it does not exist or is not the viewer's. */
export async function orNotFound<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    if (error instanceof Problem && error.status === 404) notFound()
    throw error
  })
}
