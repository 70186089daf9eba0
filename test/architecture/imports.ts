import { Visitor, parseSync } from 'vite';

/** One thing a file reaches for. */
export interface Reach {
  /** `import`: a module by its specifier, however it is imported; `computed`: one whose name isn't a plain string; `global`: a clock, timer, chance or the network. */
  readonly kind: 'import' | 'computed' | 'global';
  readonly name: string;
}

const timers = new Set(['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'WebSocket']);
const members = new Set([
  'Date.now',
  'performance.now',
  'Math.random',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'AbortSignal.timeout',
]);

/** Everything one TypeScript file imports (static, type-only, re-exported, dynamic, inside types) and every clock or die it uses. */
export function findReaches(file: string, code: string): readonly Reach[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const reaches: Reach[] = [];
  const note = (kind: Reach['kind'], name: string) => reaches.push({ kind, name });
  function noteSource(source: { readonly type: string; readonly value?: unknown } | null): void {
    if (source === null) return;
    if (typeof source.value === 'string') note('import', source.value);
    else note('computed', source.type);
  }
  new Visitor({
    ImportDeclaration: ({ source }) => noteSource(source),
    ExportAllDeclaration: ({ source }) => noteSource(source),
    ExportNamedDeclaration: ({ source }) => noteSource(source),
    ImportExpression: ({ source }) => noteSource(source),
    TSImportType: ({ source }) => noteSource(source),
    TSExternalModuleReference: ({ expression }) => noteSource(expression),
    CallExpression({ callee, arguments: given }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'require') noteSource(given[0] ?? null);
      if (timers.has(callee.name)) note('global', callee.name);
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'Date' && given.length === 0) note('global', 'new Date()');
      if (timers.has(callee.name)) note('global', callee.name);
    },
    MemberExpression({ object, property }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (members.has(name) || name === 'process.env') note('global', name);
      if (object.name === 'globalThis' && timers.has(property.name)) note('global', property.name);
    },
    VariableDeclarator({ id, init }) {
      if (id.type !== 'ObjectPattern' || init?.type !== 'Identifier' || init.name !== 'process') return;
      const takesEnvironment = id.properties.some(
        (property) =>
          property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'env',
      );
      if (takesEnvironment) note('global', 'process.env');
    },
  }).visit(program);
  return reaches;
}
