import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { FealtyError } from '../domain/errors';
import { REGISTRIES, articleSchema, claimSchema, type ActorRecord, type ArticleRecord, type ClaimRecord, type CommanderRecord, type IncidentRecord, type LocationRecord, type OriginRecord, type RegistryName } from './schemas';
import { YamlSource } from './yaml-source';

export interface Entry<T> {
  record: T;
  source: YamlSource;
  /** Where the record stands in its file. */
  path: (string | number)[];
}

/** As much of an article as its file has right. */
export type ArticleDraft = Partial<Omit<ArticleRecord, 'claims'>> & { claims: Partial<ClaimRecord>[] };

/** Data files as read: every entry with the place it came from. Entries of a file with faults are missing; its source holds the faults. */
export interface Corpus {
  actors: Entry<ActorRecord>[];
  commanders: Entry<CommanderRecord>[];
  locations: Entry<LocationRecord>[];
  origins: Entry<OriginRecord>[];
  incidents: Entry<IncidentRecord>[];
  /** Articles without faults of their own. */
  articles: Entry<ArticleRecord>[];
  /** All articles, as far as they can be read. */
  drafts: Entry<ArticleDraft>[];
  sources: YamlSource[];
}

const REGISTRY_NAMES = Object.keys(REGISTRIES) as RegistryName[];

/**
 * Reads a data folder (registries beside an `articles/` folder), a folder of articles, or one file. Registries that stand beside or above the articles come along, since the
 * articles refer to them. Throws FealtyError NO_DATA if there is nothing to read; faults are kept in `sources`.
 */
export function readCorpus(path: string): Corpus {
  if (!existsSync(path)) throw new FealtyError('NO_DATA', `${path}: no such file or folder`);
  const corpus: Corpus = { actors: [], commanders: [], locations: [], origins: [], incidents: [], articles: [], drafts: [], sources: [] };
  const files = dataFiles(path);
  if (files.registries.length + files.articles.length === 0) {
    throw new FealtyError('NO_DATA', `${path}: no data here. Expected article files (*.yaml) or the registries ${REGISTRY_NAMES.map((name) => `${name}.yaml`).join(', ')}.`);
  }
  for (const file of files.registries) readRegistry(corpus, file);
  for (const file of files.articles) readArticle(corpus, file);
  return corpus;
}

function dataFiles(path: string): { registries: string[]; articles: string[] } {
  if (!statSync(path).isDirectory()) {
    if (!/\.ya?ml$/.test(path)) throw new FealtyError('NO_DATA', `${path}: expected a .yaml file or a folder of them`);
    const registries = registriesNear(dirname(path));
    return isRegistry(path) ? { registries, articles: [] } : { registries, articles: [path] };
  }
  const own = REGISTRY_NAMES.map((name) => join(path, `${name}.yaml`)).filter((file) => existsSync(file));
  const articleFolder = existsSync(join(path, 'articles')) ? join(path, 'articles') : path;
  const articles = readdirSync(articleFolder)
    .filter((file) => /\.ya?ml$/.test(file) && !isRegistry(file))
    .sort()
    .map((file) => join(articleFolder, file));
  return { registries: own.length > 0 ? own : registriesNear(path), articles };
}

function isRegistry(file: string): boolean {
  return (REGISTRY_NAMES as string[]).includes(basename(file).replace(/\.ya?ml$/, ''));
}

/** The registries beside a file, or one folder up. */
function registriesNear(folder: string): string[] {
  for (const near of [folder, dirname(folder)]) {
    const found = REGISTRY_NAMES.map((name) => join(near, `${name}.yaml`)).filter((file) => existsSync(file));
    if (found.length > 0) return found;
  }
  return [];
}

function open(corpus: Corpus, file: string): YamlSource {
  const shown = relative(process.cwd(), file);
  const source = new YamlSource(shown.startsWith('..') ? file : shown, readFileSync(file, 'utf8'), isRegistry(file));
  corpus.sources.push(source);
  return source;
}

function readRegistry(corpus: Corpus, file: string): void {
  const name = basename(file, '.yaml') as RegistryName;
  const source = open(corpus, file);
  const records = source.read(z.array(REGISTRIES[name]));
  const entries = (records ?? []).map((record, i) => ({ record, source, path: [i] }));
  (corpus[name] as Entry<unknown>[]).push(...entries);
}

function readArticle(corpus: Corpus, file: string): void {
  const source = open(corpus, file);
  const record = source.read(articleSchema);
  if (record) corpus.articles.push({ record, source, path: [] });
  const claims = Array.from({ length: source.length(['claims']) }, (_, i) => source.draft(claimSchema, ['claims', i]));
  corpus.drafts.push({ record: record ?? { ...source.draft(articleSchema, []), claims }, source, path: [] });
}
