// The service as one process of the soak: what `kiosk start` runs, with a clock that the parent moves.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/kiosk', import.meta.url)));

await import('./service.ts');
