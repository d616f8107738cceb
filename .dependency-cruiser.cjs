/**
 * One-way imports between the rooms: a room may import what stands here and nothing else of ours, and that through its door
 * alone, its index.ts. The table in README.md, "The house", is held equal to this list by a test.
 */
const ROOMS = {
  'src/domain': ['rules/data'], // The table of components.
  rules: ['domain'],
  'src/engine': ['domain', 'rules'],
  'src/trace': ['domain'],
  'src/effects': [],
  'src/messages': ['domain'],
  'src/register': ['domain', 'effects'],
  'src/ledger': ['domain', 'effects'],
  'src/payout': ['domain', 'effects', 'messages'],
  'src/analysis': ['domain', 'rules', 'engine'],
  // Of the rules the data alone, for what an auditor reads by itself.
  'src/audit': ['domain', 'trace', 'ledger', 'register', 'payout', 'effects', 'messages', 'rules/data', 'rules/lock'],
  'src/report': ['domain', 'messages'],
  'src/synthetic': ['domain'],
  'src/explain': [
    'domain',
    'rules',
    'engine',
    'trace',
    'register',
    'ledger',
    'analysis',
    'audit',
    'report',
    'messages',
  ],
  'src/app': [
    'domain',
    'rules',
    'engine',
    'trace',
    'register',
    'ledger',
    'payout',
    'analysis',
    'audit',
    'explain',
    'report',
    'messages',
    'synthetic',
    'effects',
  ],
  'src/cli': ['domain', 'app', 'report', 'messages', 'effects'],
};

/** `domain` is the folder src/domain; `rules` and what lies in it stand beside src. */
function folderOf(name) {
  return name.startsWith('rules') ? name : `src/${name}`;
}

const rules = Object.entries(ROOMS).flatMap(([room, allowed]) => [
  {
    name: `${room}-imports`,
    severity: 'error',
    from: { path: `^${room}/` },
    to: { path: '^(src|rules)/', pathNot: `^(${[room, ...allowed.map(folderOf)].join('|')})/` },
  },
  {
    name: `${room}-door`,
    comment: 'The verifier stands alone: a rule of its own says what it may read.',
    severity: 'error',
    from: { path: '^(src|rules)/', pathNot: `^(${room}|src/audit/verifier)/` },
    to: { path: `^${room}/`, pathNot: `^${room}/(index\\.ts$|data/)` },
  },
]);

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
          '^(src/audit/verifier/|rules/data/|rules/lock/released-tables|src/domain/(message|kroner|person-key|visible-text).ts|src/messages/(catalogue|verifier/)|(node:)?(crypto|string_decoder|util|path|fs)$)',
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
