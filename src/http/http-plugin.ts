import type { ApolloServerPlugin } from '@apollo/server';
import { isUnexpected } from './format-error';
import type { RequestContext } from './request-context';

/** Codes that decide the status of the whole response. */
const STATUS: Record<string, number> = { STORE_UNAVAILABLE: 503, TIMEOUT: 504, INTERNAL_ERROR: 500, DOCUMENT_TOO_LARGE: 400 };

/** Codes that mean: the document was refused as it stands. For `application/json` GraphQL over HTTP wants 200 with them. */
const DOCUMENT_FAULTS = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE']);

/** Gives each response the status that GraphQL over HTTP asks for, and the log what the client is not told. */
export function httpPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) if (isUnexpected(error)) contextValue.log.error({ err: error.originalError ?? error, path: error.path }, 'unexpected error');
        },
        async willSendResponse({ response, request, contextValue, operation }) {
          contextValue.told.operation = operation?.name?.value ?? null;
          if (response.body.kind !== 'single') return;
          const codes = (response.body.singleResult.errors ?? []).map(({ extensions }) => String(extensions?.code));
          contextValue.told.codes = codes;
          const decided = codes.map((code) => STATUS[code]).filter((status) => status !== undefined);
          if (decided.length > 0) {
            response.http.status = Math.max(...decided);
            if (codes.includes('STORE_UNAVAILABLE')) response.http.headers.set('retry-after', '5');
            return;
          }
          const accept = request.http?.headers.get('accept') ?? '';
          if (codes.length > 0 && codes.every((code) => DOCUMENT_FAULTS.has(code)) && !accept.includes('application/graphql-response+json') && response.http.status === 400) {
            response.http.status = 200;
          }
        },
      };
    },
  };
}
