import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { IntakeError } from '../fault';
import { YamlSource } from '../yaml-source';

const line = z.strictObject({ name: z.string().min(1, 'the name as the collection has it'), is: z.string().min(1, 'the id of a registry entry'), reason: z.string().min(1, 'why the two are one') });
const mappingSchema = z.strictObject({ actors: z.array(line).default([]), locations: z.array(line).default([]), origins: z.array(line).default([]) });

/** Which names of a collection mean an entry of our registries: name → id. */
export interface Mapping {
  actors: ReadonlyMap<string, string>;
  locations: ReadonlyMap<string, string>;
  origins: ReadonlyMap<string, string>;
}

/** Reads a reviewed mapping file; without one nothing is mapped. Throws IntakeError with its faults. */
export function readMapping(file: string): Mapping {
  if (!existsSync(file)) return { actors: new Map(), locations: new Map(), origins: new Map() };
  const source = new YamlSource(file, readFileSync(file, 'utf8'));
  const content = source.read(mappingSchema);
  if (content === null) throw new IntakeError(source.faults);
  const byName = (lines: z.infer<typeof line>[]): Map<string, string> => new Map(lines.map(({ name, is }) => [name, is]));
  return { actors: byName(content.actors), locations: byName(content.locations), origins: byName(content.origins) };
}
