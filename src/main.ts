import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What Node makes of the TypeScript is kept, which halves the time a start takes and saves a compiler's memory in every
// thread. Where the folder can't be written, Kiosk runs without. It is Kiosk's own, unlike the system's for temporary files.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/kiosk', import.meta.url)));

await import('./cli/process.ts');
