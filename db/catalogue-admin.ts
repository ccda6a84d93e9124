import type { Viewer } from '#lib/auth/viewer.ts'
import { canAdministrate } from '#lib/permissions.ts'
import { forbidden } from '#lib/problems.ts'

/** Who looks after the catalogue: an admin, or whoever runs a command on the server's own machine. */
export type CatalogueAdmin = Viewer | 'console'

/** @throws Problem 403 for everybody else. */
export function requireCatalogueAdmin(admin: CatalogueAdmin): void {
  if (admin !== 'console' && !canAdministrate(admin)) throw forbidden('Only an admin looks after the catalogue.')
}
