/** One-way imports between the rooms. A room may import what stands here and nothing else of ours. */
const ROOMS = {
  // The table of components alone.
  'src/domain': ['rules/data'],
  'src/effects': [],
  'src/messages': ['src/domain'],
  rules: ['src/domain'],
  'src/engine': ['src/domain', 'rules'],
  'src/trace': ['src/domain', 'rules', 'src/engine'],
  'src/register': ['src/domain', 'src/effects'],
  'src/ledger': ['src/domain', 'src/effects'],
  'src/payout': ['src/domain', 'src/effects', 'src/messages'],
  'src/analysis': ['src/domain', 'rules', 'src/engine'],
  'src/audit': [
    'src/domain',
    'src/trace',
    'src/ledger',
    'src/register',
    'src/payout',
    'src/effects',
    'src/messages',
    // The table of components, and the hashes of released tables: data alone.
    'rules/data',
    'rules/lock',
  ],
  'src/explain': [
    'src/domain',
    'rules',
    'src/engine',
    'src/trace',
    'src/register',
    'src/ledger',
    'src/payout',
    'src/analysis',
    'src/audit',
    'src/effects',
    'src/messages',
    'src/report',
    'src/app',
  ],
  'src/report': ['src/domain', 'src/messages'],
  'src/synthetic': ['src/domain'],
  'src/app': [
    'src/domain',
    'rules',
    'src/engine',
    'src/trace',
    'src/register',
    'src/ledger',
    'src/payout',
    'src/analysis',
    'src/audit',
    'src/explain',
    'src/report',
    'src/messages',
    'src/synthetic',
    'src/effects',
  ],
};

const rules = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `${room}-imports`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: '^(src|rules)/', pathNot: `^(${[room, ...allowed].join('|')})/` },
}));

/** Rooms within a room, the lowest first: one imports only those before it. */
const FLOORS = {
  'src/explain': [
    'run',
    'steps',
    'register',
    'conditions',
    'amount',
    'cause',
    'why-not',
    'person',
    'kommune',
    'overview',
  ],
  'src/ledger': [
    'lists',
    'schema',
    'signed-acts',
    'witness',
    'drafts',
    'postings',
    'outcomes',
    'chain',
    'text-proof',
    'reads',
    'approval',
    'retention',
    'verify',
    'proof',
    'migration',
  ],
  'src/register': ['tables', 'spill', 'rejects', 'reading', 'small-tables', 'snapshot', 'extract'],
};

for (const [room, floors] of Object.entries(FLOORS)) {
  for (const [index, floor] of floors.entries()) {
    const above = floors.slice(index + 1);
    if (above.length === 0) continue;
    rules.push({
      name: `${room}/${floor}-imports`,
      severity: 'error',
      from: { path: `^${room}/${floor}/` },
      to: { path: `^${room}/(${above.join('|')})/` },
    });
  }
}

module.exports = {
  forbidden: [
    ...rules,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'verifier-stands-alone',
      comment:
        'What an auditor reads by itself needs nothing of the program: tables of data, texts and how they are filled.',
      severity: 'error',
      from: { path: '^src/audit/verifier/' },
      to: {
        pathNot:
          '^(src/audit/verifier/|rules/data/|rules/lock/released-tables|src/domain/(message|kroner|visible-text).ts|src/messages/(catalogue|verifier/)|(node:)?(crypto|string_decoder|util|path|fs)$)',
      },
    },
    {
      name: 'effects-only-door',
      comment: 'Files, processes, threads and the database are reached through src/effects alone.',
      severity: 'error',
      from: { path: '^(src|rules)/', pathNot: '^(src/effects/|src/audit/verifier/alone/disk.ts)' },
      to: {
        dependencyTypes: ['core', 'npm'],
        path: '^(fs|node:fs|child_process|worker_threads|os|net|http|https|better-sqlite3|node_modules/better-sqlite3)',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
