/** Import directions; docs/architecture.md says why. */
const only = (name, comment, from, ...to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to, dependencyTypesNot: ['core'] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    only(
      'page-knows-contracts-only',
      'The page uses nothing of the server but its contracts, and which keys of a chart go together.',
      '^web/',
      '^web/',
      '^layers/runtime/contracts\\.ts$',
      '^layers/runtime/report/chart-keys\\.ts$',
      '^virtual:',
      'node_modules',
    ),
    only(
      'function-stands-alone',
      'A function uses the shared runtime, never another function, local/, web/ or tests/.',
      '^functions/([^/]+)/(?!.*\\.test\\.ts$)',
      '^functions/$1/',
      '^layers/runtime/',
      '^events/',
      'node_modules',
    ),
    only(
      'function-is-tested-alone',
      'Its tests may drive it against the services of the local stack.',
      '^functions/([^/]+)/.*\\.test\\.ts$',
      '^functions/$1/',
      '^layers/runtime/',
      '^local/',
      '^events/',
      'node_modules',
    ),
    only(
      'runtime-knows-nobody',
      'The shared runtime uses only itself; its tests use the tables of the local stack.',
      '^layers/runtime/(?!testing/)(?!.*\\.test\\.ts$)',
      '^layers/runtime/',
      '^events/',
      'node_modules',
    ),
    only(
      'local-loads-by-path',
      'The local stack loads functions by the path in the template, never by import.',
      '^local/',
      '^local/',
      'node_modules',
    ),
    only(
      'redshift-data-stands-alone',
      'The Data API emulator is a package of its own.',
      '^local/redshift-data/',
      '^local/redshift-data/',
      '^local/(service\\.ts|protocol/)',
      'node_modules',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.readout|\\.aws-sam)/' },
    parser: 'tsc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
