import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

@ObjectType({ description: 'Where in a list a page lies.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there are items after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there are items before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null if the page is empty.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null if the page is empty.' })
  endCursor!: string | null;
}

export interface EdgeOf<T> {
  cursor: string;
  node: T;
}

export interface ConnectionOf<T> {
  edges: EdgeOf<T>[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number | null;
}

/** Relay's connection and edge types for a node type, named `<name>Connection` and `<name>Edge`. */
export function connectionType<T extends object>(node: () => ClassType<T> | (abstract new () => T), name: string): ClassType<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`, { description: `One item of a ${name}Connection.` })
  class Edge {
    @Field(() => String, { description: 'Opaque position, for `after` and `before`.' })
    cursor!: string;

    @Field(() => node() as ClassType<T>, { description: 'The item.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list, by Relay's conventions.` })
  class Connection {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[];

    @Field(() => [node() as ClassType<T>], { description: 'The items alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { nullable: true, description: 'How many items the whole list has.' })
    totalCount!: number | null;
  }
  return Connection as ClassType<ConnectionOf<T>>;
}
