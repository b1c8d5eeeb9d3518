import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from '../src/graphql/schema';

// `npm run schema` writes schema.graphql; with --check it fails where the file is not what the code says.
const file = join(__dirname, '..', 'schema.graphql');
const text = `# Written by \`npm run schema\` from the classes in src/graphql; do not edit.\n\n${printSchema(lexicographicSortSchema(buildSchema()))}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('schema.graphql is not what src/graphql says. Run `npm run schema` and commit the result.');
    process.exit(1);
  }
  console.log('schema.graphql is up to date.');
} else {
  writeFileSync(file, text);
  console.log(`Wrote ${text.split('\n').length} lines to schema.graphql.`);
}
