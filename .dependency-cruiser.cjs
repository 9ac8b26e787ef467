/** Import directions; docs/architecture.md says why. */
const only = (name, comment, from, ...to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: to, dependencyTypesNot: ['core'] },
});

/** What an input may be, and which dates a relative one stands for. */
const INPUT_RULES = '^layers/runtime/report/(input-types|judge-inputs?|relative-dates)\\.ts$';

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
      'The page uses nothing of the server but its contracts, the rules that it judges inputs by, which keys of a chart go together, and what a table is called.',
      '^web/(?!.*\\.test\\.ts$)',
      '^web/',
      '^client/index\\.ts$',
      '^layers/runtime/contracts\\.ts$',
      INPUT_RULES,
      '^layers/runtime/report/chart-keys\\.ts$',
      '^layers/runtime/table-name\\.ts$',
      '^virtual:',
      'node_modules',
    ),
    only(
      'page-is-tested-with-the-server',
      'Its tests may hold it to what the server does.',
      '^web/.*\\.test\\.ts$',
      '^web/',
      '^client/',
      '^layers/runtime/',
      'node_modules',
    ),
    only(
      'client-knows-contracts-only',
      'The client runs in a browser and in Node and depends on nothing but the contracts, which are types.',
      '^client/(?!testing/)(?!.*\\.test\\.ts$)(?!build\\.mjs$)',
      '^client/',
      '^layers/runtime/contracts\\.ts$',
    ),
    only(
      'cli-goes-through-the-client',
      'The command line knows of the server what the client and the contracts say.',
      '^cli/(?!.*\\.test\\.ts$)',
      '^cli/',
      '^client/index\\.ts$',
      '^layers/runtime/contracts\\.ts$',
      'node_modules',
    ),
    {
      name: 'input-rules-are-pure',
      comment:
        'What the page shares with the server runs in a browser: it uses itself and types, not even Node.',
      severity: 'error',
      from: { path: INPUT_RULES },
      to: { pathNot: [INPUT_RULES, '^layers/runtime/contracts\\.ts$'] },
    },
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
