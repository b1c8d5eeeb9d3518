import { bibtex } from './bibtex';
import { csl } from './csl';
import { csv } from './csv';
import { cypher } from './cypher';
import type { ExportFormat } from './format';
import { ftm } from './ftm';
import { geojson } from './geojson';
import { gexf } from './gexf';
import { graphml } from './graphml';
import { jsonld } from './jsonld';
import { neo4jAdmin } from './neo4j-admin';
import { stix } from './stix';
import { xlsx } from './xlsx';

const ALL: readonly ExportFormat[] = [cypher, neo4jAdmin, csv, xlsx, graphml, gexf, stix, ftm, jsonld, geojson, bibtex, csl];

/** The one list of formats: name → format. A new one is a file here and a line above. */
export const EXPORT_FORMATS: ReadonlyMap<string, ExportFormat> = new Map(ALL.map((format) => [format.name, format]));
