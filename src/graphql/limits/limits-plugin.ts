import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { documentSize } from './document-size';
import type { Limits } from './limits';

const REFUSED = 400;

/** Refuses an operation that asks for too much, before anything of it runs: 400 with a stable code, the limit and what was asked. */
export function limitsPlugin(limits: Limits): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (!operation) return;
          const { depth, cost, rootFields } = documentSize(schema, document, operation, request.variables ?? {});
          if (rootFields > limits.fields) throw tooMuch('FIELD_LIMIT', 'fields at the root', rootFields, limits.fields);
          if (depth > limits.depth) throw tooMuch('DEPTH_LIMIT', 'levels of fields', depth, limits.depth);
          if (cost > limits.cost) throw tooMuch('COST_LIMIT', 'objects that the answer could hold', cost, limits.cost);
        },
      };
    },
  };
}

function tooMuch(code: string, what: string, asked: number, limit: number): GraphQLError {
  const hint = code === 'COST_LIMIT' ? ' Ask for smaller pages (`first`, `limit`) or fewer levels.' : '';
  return new GraphQLError(`Too much at once: ${asked} ${what}, where ${limit} are allowed.${hint}`, { extensions: { code, asked, limit, http: { status: REFUSED } } });
}
