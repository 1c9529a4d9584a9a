/** Import direction (docs/architecture.md): contracts ← domain ← {db, providers} ← activities; workflows stay pure. */
const only = (name, from, allowed, comment) => ({
  name, severity: 'error', comment,
  from: { path: `^${from}/` },
  to: { path: '^(contracts|domain|db|providers|documents|activities|workflows|relay|api|sandbox|stack|web|test|bench)/', pathNot: [`^${from}/`, ...allowed.map((a) => `^${a}`)] },
});
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    only('contracts-are-leaves', 'contracts', ['domain/']),
    only('domain-is-pure', 'domain', ['contracts/']),
    only('db', 'db', ['domain/', 'contracts/']),
    only('providers', 'providers', ['domain/', 'contracts/']),
    only('documents', 'documents', ['domain/', 'contracts/']),
    only('activities', 'activities', ['domain/', 'contracts/', 'db/', 'providers/', 'documents/']),
    only('workflows', 'workflows', ['contracts/', 'domain/loan', 'domain/approval', 'activities/']),
    only('relay', 'relay', ['domain/', 'contracts/', 'db/', 'providers/', 'documents/', 'workflows/loan/messages', 'workflows/loan/start', 'workflows/names']),
    only('api', 'api', ['domain/', 'contracts/', 'db/', 'providers/rules/', 'documents/mask', 'documents/messages', 'documents/letters/account-statement', 'workflows/loan/messages', 'workflows/names']),
    // Its specimen papers are drawn with the house font.
    only('sandbox', 'sandbox', ['contracts/', 'domain/', 'documents/font/']),
    {
      name: 'config-is-for-entry-points', severity: 'error', comment: 'everything else is handed what it needs',
      from: { pathNot: '^(config/|stack/|test/|tools/|server\\.ts|worker\\.ts|migrate\\.ts)' }, to: { path: '^config/' },
    },
    {
      name: 'workflows-import-activities-as-types', severity: 'error',
      from: { path: '^workflows/' }, to: { path: '^(activities|contracts)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-does-no-io', severity: 'error',
      from: { path: '^domain/' }, to: { dependencyTypes: ['core', 'npm', 'npm-dev'], pathNot: ['big\\.js', '@types/big'] },
    },
    {
      name: 'workflow-bundle-stays-small', severity: 'error',
      from: { path: '^workflows/' }, to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '@temporalio/(workflow|common)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
