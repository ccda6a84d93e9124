import type { Viewer } from './viewer.ts'

/** Who looks after people: an admin, or whoever sits at the server's own machine. */
export type Keeper = Viewer | 'machine'
