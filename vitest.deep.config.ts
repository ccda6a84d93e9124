import { defineConfig } from 'vitest/config'

/** What takes minutes, or programs of the system: `npm run test:deep`. */
export default defineConfig({
  test: {
    include: ['{app,bench,bin,components,db,deploy,hooks,lib,server}/**/*.deep.test.ts'],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // One after another: some measure.
    fileParallelism: false,
  },
})
