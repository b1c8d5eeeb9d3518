// The naive floor: node's http, the driver, one statement a question, JSON.stringify of the rows as they come. What a user would write in an afternoon, without GraphQL, limits or validation.
import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { QUESTIONS } from '../questions.mjs';

const driver = neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic('neo4j', process.env.NEO4J_PASSWORD), { disableLosslessIntegers: true });
const statements = new Map(QUESTIONS.map(({ name, floor }) => [name, floor]));

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
    const { name, params = {} } = JSON.parse(Buffer.concat(chunks).toString());
    const session = driver.session({ defaultAccessMode: 'READ' });
    try {
      const { cypher, params: own } = statements.get(name);
      const given = Object.fromEntries(Object.entries({ ...own, ...params }).map(([key, value]) => [key, Number.isInteger(value) ? neo4j.int(value) : value]));
      const result = await session.run(cypher, given);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(result.records.map((record) => record.toObject())));
    } catch (error) {
      response.writeHead(500).end(String(error));
    } finally {
      await session.close();
    }
  });
}).listen(0, '127.0.0.1', function () {
  console.log(`listening ${this.address().port}`);
});
