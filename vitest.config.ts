import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,bench,bin,components,db,hooks,lib,server}/**/*.test.{ts,tsx}'],
    exclude: ['node_modules', '**/*.deep.test.ts'],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Nothing else runs meanwhile; left alone, vitest keeps one core free.
    maxWorkers: '100%',
  },
})
