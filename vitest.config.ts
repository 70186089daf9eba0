import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What a test waits for comes when the machine gets to it.
    expect: { poll: { timeout: 20_000 } },
    // As in package.json: without it, V8 ends processes whose threads come and go (see ARCHITECTURE.md).
    execArgv: ['--wasm-wrapper-tiering-budget=1000000000'],
  },
});
