import { parseArgs } from 'node:util';
import { soak } from './soak.ts';
const { values } = parseArgs({ options: {
  seed: { type: 'string', default: '1' }, channels: { type: 'string', default: '50' }, days: { type: 'string', default: '40' },
  kills: { type: 'string', default: '200' }, processes: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } } });
const t = performance.now();
const r = await soak({ seed: Number(values.seed), channels: Number(values.channels), days: Number(values.days), kills: Number(values.kills), processes: Number(values.processes) });
console.log(r.posts, 'posts', r.edits, 'edits', r.kills, 'kills', r.steps, 'steps', r.openings.length, 'openings', r.openings.reduce((a,b)=>a+b,0)/r.openings.length, 'ms', (performance.now()-t)/1000, 's');
console.log(r.wrong, r.latenessMs);
for (const f of r.findings.slice(0,25)) console.log(f.wrong, f.room, f.what);
console.log(r.logged.slice(0,20), r.logged.length);
