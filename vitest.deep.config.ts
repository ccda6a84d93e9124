import { defineConfig } from 'vitest/config'

/**
 * What takes minutes or needs programs of the system: `npm run test:deep`. One file after another, so that figures of
 * time and memory are their own.
 */
export default defineConfig({
  test: {
    include: ['{app,bench,bin,components,db,deploy,hooks,lib,server}/**/*.deep.test.ts'],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 900_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    execArgv: ['--expose-gc'],
  },
})
