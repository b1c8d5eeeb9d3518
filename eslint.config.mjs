import tseslint from 'typescript-eslint';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';

/** Layers point one way: each folder may import only from those listed. */
const LAYERS = {
  domain: ['domain'],
  store: ['store', 'domain'],
  intake: ['intake', 'domain', 'store'],
  exports: ['exports', 'domain', 'store'],
  graphql: ['graphql', 'domain', 'store'],
  http: ['http', 'graphql', 'domain'],
};

const zones = Object.entries(LAYERS).map(([layer, allowed]) => ({
  target: `./src/${layer}`,
  from: './src',
  except: allowed.map((name) => `./${name}`),
  message: `src/${layer} may import only from ${allowed.join(', ')}.`,
}));

/** The explorer asks GraphQL only; in it, data and layout know nothing of the page. */
const EXPLORER = { api: ['api'], model: ['model', 'api'], layout: ['layout'] };
const explorerZones = [
  { target: './explorer/src', from: './src', message: 'The explorer asks GraphQL; it imports nothing of the service.' },
  { target: './src', from: './explorer', message: 'The service knows nothing of the explorer but its built files.' },
  ...Object.entries(EXPLORER).map(([layer, allowed]) => ({
    target: `./explorer/src/${layer}`, from: './explorer/src', except: allowed.map((name) => `./${name}`), message: `explorer/src/${layer} may import only from ${allowed.join(', ')}.`,
  })),
];

export default tseslint.config(
  { ignores: ['explorer/src/api/generated/**', 'dist/**', 'node_modules/**', 'embedded/**', '.fealty/**', 'coverage/**'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones: [...zones, ...explorerZones] }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-extraneous-dependencies': 'off',
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      // Resolvers, decorators and answer objects pass functions around on purpose; none of them reads `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // The environment is read in one place.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/config.ts', 'src/main.ts', 'src/cli.ts', 'src/store/embedded/**'],
    rules: { 'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only src/config.ts reads the environment.' }] },
  },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-call': 'off', '@typescript-eslint/no-unsafe-return': 'off' } },
);
