import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // As in package.json: with protection keys, V8 ends processes whose threads come and go.
    execArgv: ['--no-memory-protection-keys'],
  },
});
