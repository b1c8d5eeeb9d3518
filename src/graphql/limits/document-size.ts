import {
  Kind, getNamedType, isCompositeType, isListType, isNonNullType, isObjectType, isInterfaceType,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';
import { DEFAULT_FIRST } from '../page-size';

export interface DocumentSize {
  /** Levels of fields. */
  depth: number;
  /** Objects that the answer could hold. */
  cost: number;
  /** Fields at the root, aliases and those behind fragments included. */
  rootFields: number;
}

/** How many items a list is taken to have where no argument says. */
const LIST_LENGTH = 3;
/** Arguments that say how many items come back. */
const SIZES = ['first', 'last', 'limit'];
/** The argument that lists what is asked for. */
const IDS = 'parties';
/** The wrappers of a connection hold as many items as the field that leads to them asked for; they do not multiply again. */
const WRAPPERS = new Set(['edges', 'nodes']);

/** Answers of one object whose own lists hold as many items as the field that leads to them asked for: its size goes down to those lists, and to nothing else within. */
const HANDS_DOWN = new Set(['Network']);

interface Size {
  depth: number;
  cost: number;
}

const NOTHING: Size = { depth: 0, cost: 0 };

/**
 * The size of the operation that will run. Each fragment is weighed once per type, however often it is spread, so that a document cannot make
 * the weighing itself expensive. The document must have been validated: fragments then form no circle. Introspection counts as nothing here; graphql-js limits its depth.
 */
export function documentSize(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): DocumentSize {
  const fragments = new Map(document.definitions.filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION).map((f) => [f.name.value, f]));
  const weighed = new Map<string, Size>();

  const ofSelections = (set: SelectionSetNode | undefined, parent: GraphQLNamedType, handed = 1): Size => {
    let depth = 0;
    let cost = 0;
    for (const selection of set?.selections ?? []) {
      let size: Size;
      if (selection.kind === Kind.FIELD) size = ofField(selection, parent, handed);
      else if (selection.kind === Kind.INLINE_FRAGMENT) size = ofSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value, parent), handed);
      else size = ofFragment(selection.name.value, parent, handed);
      depth = Math.max(depth, size.depth);
      cost += size.cost;
    }
    return { depth, cost };
  };

  const ofFragment = (name: string, parent: GraphQLNamedType, handed: number): Size => {
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    const key = `${name} ${handed}`;
    let size = weighed.get(key);
    if (size === undefined) {
      size = ofSelections(fragment.selectionSet, typeNamed(fragment.typeCondition.name.value, parent), handed);
      weighed.set(key, size);
    }
    return size;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType, handed: number): Size => {
    if (node.name.value.startsWith('__')) return NOTHING;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return NOTHING;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return { depth: 1, cost: 0 };
    const size = items(node, field, variables);
    if (HANDS_DOWN.has(type.name)) {
      const inner = ofSelections(node.selectionSet, type, size);
      return { depth: inner.depth + 1, cost: 1 + inner.cost };
    }
    const inner = ofSelections(node.selectionSet, type);
    return { depth: inner.depth + 1, cost: size * (isList(field.type) ? handed : 1) * (1 + inner.cost) };
  };

  const typeNamed = (name: string | undefined, otherwise: GraphQLNamedType): GraphQLNamedType => (name === undefined ? otherwise : (schema.getType(name) ?? otherwise));

  const rootFields = (set: SelectionSetNode, seen: Set<string>): number =>
    set.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + rootFields(selection.selectionSet, seen);
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (!fragment || seen.has(name)) return sum;
      seen.add(name);
      return sum + rootFields(fragment.selectionSet, seen);
    }, 0);

  const root = schema.getRootType(operation.operation);
  const size = root ? ofSelections(operation.selectionSet, root) : NOTHING;
  return { ...size, rootFields: rootFields(operation.selectionSet, new Set()) };
}

/** How many objects a field may bring. */
function items(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Record<string, unknown>): number {
  const sizing = field.args.filter(({ name }) => SIZES.includes(name));
  if (sizing.length === 0) return isList(field.type) && !WRAPPERS.has(field.name) ? LIST_LENGTH : 1;
  const given = sizing.map(({ name, defaultValue }) => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind === Kind.VARIABLE) return numberOr(variables[value.name.value], defaultValue);
    return numberOr(defaultValue, undefined);
  });
  // Asked for by id, there are as many as ids.
  if (field.args.some(({ name }) => name === IDS)) {
    const value = node.arguments?.find((argument) => argument.name.value === IDS)?.value;
    const ids: unknown = value?.kind === Kind.LIST ? value.values : value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    if (Array.isArray(ids)) return Math.max(1, ids.length);
  }
  const known = given.filter((n): n is number => n !== undefined);
  return Math.max(1, known.length > 0 ? Math.max(...known) : DEFAULT_FIRST);
}

function numberOr(value: unknown, otherwise: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof otherwise === 'number' ? otherwise : undefined;
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType as GraphQLOutputType) : isListType(type);
}
