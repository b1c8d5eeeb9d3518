import { z } from 'zod';
import { CLAIM_TYPE_NAMES, type ClaimType } from '../domain/claim-types';
import { dateBounds } from '../domain/dates';
import { SLUG } from '../domain/slug';
import { WELL_FORMED, isWellFormed } from '../domain/well-formed';
import { ACTOR_KINDS, LOCATION_KINDS, ORIGIN_KINDS, STANCES, STANDINGS, namesOf } from '../domain/vocabulary';

const slug = z.string().regex(SLUG, 'an id: lower-case letters, digits and single hyphens');
const text = z.string().trim().min(1, 'some text').refine(isWellFormed, WELL_FORMED);
const edtf = z.string().superRefine((value, context) => {
  try {
    dateBounds(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'an EDTF date, such as 2018-12-05, 2018-11, XXXX-06-13 or /2019-06-08' });
  }
});

const alias = z.union([
  text.transform((value) => ({ text: value, source: 'ours' })),
  z.strictObject({ text, source: z.union([slug, z.literal('ours')]) }),
]);
const named = { id: slug, name: text, aliases: z.array(alias).default([]), note: text.optional() };

export const actorSchema = z.strictObject({ ...named, kind: z.enum(namesOf(ACTOR_KINDS)) });
export const commanderSchema = z.strictObject({ ...named });
export const locationSchema = z.strictObject({
  ...named,
  kind: z.enum(namesOf(LOCATION_KINDS)),
  in: slug.optional(),
  point: z
    .strictObject({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      precision: z.number().positive('metres, more than zero'),
      source: z.literal('ours'),
    })
    .optional(),
});
export const originSchema = z.strictObject({
  id: slug,
  name: text,
  kind: z.enum(namesOf(ORIGIN_KINDS)),
  belongsTo: slug.optional(),
  note: text.optional(),
});
export const incidentSchema = z.strictObject({ id: slug, title: text, date: edtf.optional(), place: slug.optional(), note: text.optional() });

const countSchema = z.union([
  z.number().int().nonnegative().transform((n) => ({ low: n, best: n, high: n })),
  z.literal('some').transform(() => ({ low: 1, best: null, high: null })),
  z.strictObject({
    low: z.number().int().nonnegative().nullable(),
    best: z.number().int().nonnegative().nullable(),
    high: z.number().int().nonnegative().nullable(),
  }),
]);
const casualtySchema = z
  .strictObject({ party: slug.optional(), killed: countSchema.optional(), wounded: countSchema.optional() })
  .refine((value) => value.killed ?? value.wounded, 'killed or wounded, or both');

export const claimSchema = z.strictObject({
  key: slug,
  paragraph: z.number().int().positive('a paragraph number, from 1'),
  headline: z.boolean().default(false),
  type: z.enum(CLAIM_TYPE_NAMES as [ClaimType, ...ClaimType[]]),
  subject: slug,
  object: slug,
  summary: text,
  date: edtf.optional(),
  dateStated: text.optional(),
  place: slug.optional(),
  attribution: z.array(slug).default([]),
  stance: z.enum(namesOf(STANCES)),
  role: text.optional(),
  rank: text.optional(),
  standing: z.enum(namesOf(STANDINGS)).optional(),
  former: z.boolean().default(false),
  casualties: z.array(casualtySchema).default([]),
  incident: slug.optional(),
  caveat: text.optional(),
  rivals: z.array(z.strictObject({ claim: text, reason: text })).default([]),
});

export const articleSchema = z.strictObject({
  id: slug,
  title: text,
  publisher: slug,
  author: text.optional(),
  published: edtf.optional(),
  language: z.string().regex(/^[a-z]{2,3}$/, 'a language code such as en'),
  url: z.url().refine(isWellFormed, WELL_FORMED).optional(),
  note: text.optional(),
  paragraphs: z.array(z.strictObject({ n: z.number().int().positive(), gist: text, noClaim: text.optional() })).min(1),
  claims: z.array(claimSchema),
});

export type ActorRecord = z.infer<typeof actorSchema>;
export type CommanderRecord = z.infer<typeof commanderSchema>;
export type LocationRecord = z.infer<typeof locationSchema>;
export type OriginRecord = z.infer<typeof originSchema>;
export type IncidentRecord = z.infer<typeof incidentSchema>;
export type ClaimRecord = z.infer<typeof claimSchema>;
export type ArticleRecord = z.infer<typeof articleSchema>;

/** The registry files of a data folder: file name → what its list holds. */
export const REGISTRIES = {
  actors: actorSchema,
  commanders: commanderSchema,
  locations: locationSchema,
  origins: originSchema,
  incidents: incidentSchema,
} as const;
export type RegistryName = keyof typeof REGISTRIES;
