import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from './request-context';

/** Compiled operations kept: each is some tens of kilobytes of code. */
const MOST_COMPILED = 300;

/**
 * Runs operations as code compiled from them: two to three times as fast as graphql-js's interpreter on large answers. Apollo takes an executor only behind its `gateway` option.
 * What the compiler cannot take is run by graphql-js.
 */
export function compiledExecutor(schema: GraphQLSchema): ApolloServerOptionsWithGateway<RequestContext>['gateway'] {
  const compiled = new LRUCache<string, CompiledQuery | 'uncompilable'>({ max: MOST_COMPILED });
  const operation = (document: DocumentNode, key: string, name: string | null): CompiledQuery | 'uncompilable' => {
    let found = compiled.get(key);
    if (found === undefined) {
      const result = compileQuery(schema, document, name ?? undefined);
      found = isCompiledQuery(result) ? result : 'uncompilable';
      compiled.set(key, found);
    }
    return found;
  };
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    async load() {
      return {
        async executor({ document, operationName, request, context, queryHash }) {
          const variables = request.variables ?? {};
          const ready = operation(document, `${queryHash} ${operationName ?? ''}`, operationName);
          if (ready === 'uncompilable') return (await execute({ schema, document, operationName, variableValues: variables, contextValue: context })) as ExecutionResult<Record<string, unknown>>;
          const { data, errors } = (await ready.query(undefined, context, variables)) as ExecutionResult<Record<string, unknown>>;
          // Without data nothing has run: the variables were not what the operation wants.
          return { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map((error) => asGraphqlError(error, data === undefined)) } : {}) };
        },
      };
    },
    async stop() {
      compiled.clear();
    },
  };
}

/** The compiled code's errors are look-alikes that Apollo cannot format. */
function asGraphqlError({ message, locations, path, originalError, extensions }: GraphQLError, ofVariables: boolean): GraphQLError {
  const error = new GraphQLError(message, { path, originalError, extensions: ofVariables ? { code: 'BAD_USER_INPUT' } : (originalError as GraphQLError | undefined)?.extensions ?? extensions });
  return Object.defineProperty(error, 'locations', { value: locations, enumerable: true });
}
