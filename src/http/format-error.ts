import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import type { ValidationError } from 'class-validator';
import { FealtyError } from '../domain/errors';

/** Codes of errors that are the asker's to mend; their messages may be shown as they are. */
const PUBLIC = new Set([
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED',
  'FIELD_LIMIT', 'DEPTH_LIMIT', 'COST_LIMIT',
]);

/** What leaves the server of an error: a message for people and a stable code. Anything unexpected is told only as such. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (cause instanceof FealtyError) return { message: cause.message, ...place, extensions: { ...cause.details, code: cause.code } };
  if (isArgumentError(cause)) {
    const fields = faults(cause.extensions.validationErrors ?? []);
    return { message: fields.map(({ field, expected }) => `${field}: ${expected}`).join('; '), ...place, extensions: { code: 'BAD_USER_INPUT', fields } };
  }
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && PUBLIC.has(code)) {
    const tokens = /^Syntax Error: Document contains more that|more than \d+ tokens/.test(formatted.message);
    const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
    return { message: formatted.message, ...place, extensions: { ...extensions, code: tokens ? 'DOCUMENT_TOO_LARGE' : code } };
  }
  return { message: 'Something went wrong on our side. The response header x-request-id names the request.', ...place, extensions: { code: 'INTERNAL_ERROR' } };
}

/** Whether an error is one that only the log should tell in full. */
export function isUnexpected(error: unknown): boolean {
  const cause = unwrapResolverError(error);
  return !(cause instanceof FealtyError) && !isArgumentError(cause) && !PUBLIC.has(String((error as { extensions?: { code?: unknown } }).extensions?.code));
}

function isArgumentError(error: unknown): error is ArgumentValidationError {
  return error instanceof ArgumentValidationError;
}

/** class-validator's findings as field and what was expected; nested inputs as `filter.during.edtf`. */
function faults(errors: ValidationError[], within = ''): { field: string; expected: string }[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = `${within}${property}`;
    const own = Object.values(constraints ?? {}).map((message) => ({ field, expected: message.replace(new RegExp(`^(each value in )?${property} `), '') }));
    return [...own, ...faults(children ?? [], `${field}.`)];
  });
}
