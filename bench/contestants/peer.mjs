// @neo4j/graphql on Apollo Server over the same database: the schema as its documentation advises, a type for each label and @relationship for each edge, everything else generated.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';

const typeDefs = `#graphql
  type Actor @node {
    id: ID!
    name: String!
    proxies: [Actor!]! @relationship(type: "BACKED_BY", direction: IN)
    patrons: [Actor!]! @relationship(type: "BACKED_BY", direction: OUT)
    claimsAsSubject: [Claim!]! @relationship(type: "SUBJECT", direction: IN)
    claimsAsObject: [Claim!]! @relationship(type: "OBJECT", direction: IN)
  }
  type Location @node {
    id: ID!
    name: String!
  }
  type Origin @node {
    id: ID!
    name: String!
  }
  type Article @node {
    id: ID!
    title: String!
    publishedBy: [Origin!]! @relationship(type: "PUBLISHED_BY", direction: OUT)
    claims: [Claim!]! @relationship(type: "STATED_IN", direction: IN)
  }
  type Claim @node {
    id: ID!
    type: String!
    summary: String!
    paragraph: Int
    edtf: String
    earliest: String
    latest: String
    sortKey: String!
    endedAt: String
    subject: [Actor!]! @relationship(type: "SUBJECT", direction: OUT)
    object: [Actor!]! @relationship(type: "OBJECT", direction: OUT)
    statedIn: [Article!]! @relationship(type: "STATED_IN", direction: OUT)
    at: [Location!]! @relationship(type: "AT", direction: OUT)
  }
`;

const driver = neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic('neo4j', process.env.NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({ typeDefs, driver, features: { filters: { String: { GTE: true, LTE: true } } } }).getSchema();
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' }, context: async () => ({ executionContext: driver }) });
console.log(`listening ${new URL(url).port}`);
