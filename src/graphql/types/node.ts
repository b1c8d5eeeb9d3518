import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything with a global id.', resolveType: (value: { __typename: string }) => value.__typename })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque global id; ask for the object again with `node`.' })
  id!: string;
}
