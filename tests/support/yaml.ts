import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

type Entry = Record<string, unknown>;

export interface TestData {
  actors?: Entry[];
  commanders?: Entry[];
  locations?: Entry[];
  origins?: Entry[];
  incidents?: Entry[];
  articles: Entry[];
}

/** Writes a data folder of the test's own, which goes with the run's temporary store, and returns its path. */
export function dataFolder({ articles, ...registries }: TestData, folder = mkdtempSync(join(process.env.TEST_NEO4J_HOME as string, 'data-'))): string {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  for (const [name, entries] of Object.entries(registries)) writeFileSync(join(folder, `${name}.yaml`), stringify(entries));
  for (const article of articles) writeFileSync(join(folder, 'articles', `${String(article.id)}.yaml`), stringify(article));
  return folder;
}

export const actor = (id: string, more: Entry = {}): Entry => ({ id, name: `Militia x${id}`, kind: 'militia', ...more });
export const origin = (id: string, more: Entry = {}): Entry => ({ id, name: `Outlet ${id}`, kind: 'outlet', ...more });

export function article(id: string, claims: Entry[], more: Entry = {}): Entry {
  const used = new Set(claims.map(({ paragraph }) => paragraph));
  const paragraphs = Array.from({ length: 3 }, (_, i) => ({ n: i + 1, gist: `paragraph ${i + 1}`, ...(used.has(i + 1) ? {} : { noClaim: 'nothing is said' }) }));
  return { id, title: `Article ${id}`, publisher: 'outlet', language: 'en', paragraphs, claims, ...more };
}

export function claim(key: string, type: string, subject: string, object: string, more: Entry = {}): Entry {
  return { key, paragraph: 1, type, subject, object, summary: `${subject} ${type} ${object}`, stance: 'stated', ...more };
}
