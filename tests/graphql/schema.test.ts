import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { CLAIM_TYPE_NAMES } from '../../src/domain/claim-types';
import { buildSchema } from '../../src/graphql/schema';

const schema = buildSchema();

it('describes every type, field, argument and enum value', () => {
  const bare: string[] = [];
  const look = (name: string, description: string | null | undefined): void => {
    if (!description) bare.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type) || type === schema.getQueryType()) continue;
    look(type.name, type.description);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field.description);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field.description);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value.description);
  }
  expect(bare).toEqual([]);
});

it('keeps the names that other programs rely on', () => {
  const fields = (name: string): string[] => {
    const type = schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
  };
  expect(schema.getQueryType()?.getFields().claims?.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after', 'filter']));
  expect(String(schema.getQueryType()?.getFields().claims?.type)).toBe('ClaimConnection!');
  expect(fields('Claim')).toEqual(expect.arrayContaining(['id', 'type', 'subject', 'object', 'article', 'paragraph', 'summary', 'date', 'place', 'attribution', 'casualties', 'stance', 'status', 'recordedAt']));
  expect(fields('Article')).toEqual(expect.arrayContaining(['id', 'title', 'publisher', 'author', 'published', 'url']));
  expect(fields('Party')).toEqual(expect.arrayContaining(['id', 'name', 'aliases']));
  expect(fields('FuzzyDate')).toEqual(expect.arrayContaining(['edtf', 'earliest', 'latest']));
  expect(fields('ClaimConnection')).toEqual(expect.arrayContaining(['edges', 'nodes', 'pageInfo', 'totalCount']));
});

it('has one enum value for each claim type of the registry', () => {
  const type = schema.getType('ClaimType');
  expect(isEnumType(type) && type.getValues().map(({ name }) => name)).toEqual(CLAIM_TYPE_NAMES);
});
