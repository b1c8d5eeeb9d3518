/**
 * From schema.graphql and the explorer's operations: typed documents that carry only their hash (explorer/src/api/generated), and the list of trusted documents that the service
 * answers by hash (dist/explorer-documents.json). Runs in npm's `prepare`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, print, validate, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

const ROOT = resolve(__dirname, '..');
const OPERATIONS = join(ROOT, 'explorer', 'src', 'api', 'operations');
const GENERATED = join(ROOT, 'explorer', 'src', 'api', 'generated');

/** Ids are strings, not numbers; the enums are unions of strings; every field is there, null where unknown. */
const TYPES = { enumsAsTypes: true, useTypeImports: true, strictScalars: true, scalars: { ID: 'string' }, skipTypename: true, nonOptionalTypename: false };

async function main(): Promise<void> {
  const schemaText = await readFile(join(ROOT, 'schema.graphql'), 'utf8');
  const schema = parse(schemaText);
  const files = (await readdir(OPERATIONS)).filter((name) => name.endsWith('.graphql')).sort();
  const documents = await Promise.all(files.map(async (name) => ({ location: name, document: parse(await readFile(join(OPERATIONS, name), 'utf8')) })));
  const all = documents.flatMap(({ document }) => document.definitions);
  const faults = validate(buildSchema(schemaText), { kind: Kind.DOCUMENT, definitions: all });
  if (faults.length > 0) throw new Error(faults.map(({ message }) => `explorer/src/api/operations: ${message}`).join('\n'));

  const types = await codegen({ schema, documents, filename: 'documents.ts', pluginMap: { types: operationTypes }, plugins: [{ types: TYPES }], config: {} });
  const fragments = new Map(all.filter((d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));
  const operations = all.filter((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION && d.name !== undefined).map((operation) => ({ name: operation.name?.value as string, text: print(withFragments(operation, fragments)) }));
  const hashed = operations.map(({ name, text }) => ({ name, text, hash: createHash('sha256').update(text).digest('hex') }));
  await mkdir(GENERATED, { recursive: true });
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  await writeFile(join(GENERATED, 'documents.ts'), [
    '/* Written by scripts/build-documents.ts; do not edit. */', types,
    '/** A trusted document: what the service is asked for travels as its hash. */',
    'export interface TrustedDocument<Data, Variables> { name: string; hash: string; readonly types?: (variables: Variables) => Data }',
    ...hashed.map(({ name, hash }) => `export const ${name}Document: TrustedDocument<${name}Query, ${name}QueryVariables> = { name: '${name}', hash: '${hash}' };`), '',
  ].join('\n'));
  await writeFile(join(ROOT, 'dist', 'explorer-documents.json'), JSON.stringify(Object.fromEntries(hashed.map(({ hash, text }) => [hash, text])), null, 1));
}

/** An operation and every fragment that it spreads, directly or not. */
function withFragments(operation: OperationDefinitionNode, fragments: Map<string, FragmentDefinitionNode>): DocumentNode {
  const used = new Set<FragmentDefinitionNode>();
  const gather = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(fragment)) return;
        used.add(fragment);
        gather(fragment);
      },
    });
  };
  gather(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used] };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
