import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './page.css';

interface Example {
  name: string;
  purpose: string;
  query: string;
  variables?: string;
}

// Monaco runs its languages in workers; they are built beside this file, so that nothing is loaded from elsewhere.
const WORKERS: Record<string, string> = { graphql: 'graphql.worker.js', json: 'json.worker.js' };
(globalThis as unknown as { MonacoEnvironment: object }).MonacoEnvironment = {
  getWorker: (_id: string, label: string) => new Worker(`/graphiql/${WORKERS[label] ?? 'editor.worker.js'}`),
};

const fetcher = createGraphiQLFetcher({ url: '/graphql' });

/** An operation that the address brings along, as the explorer's "Open in GraphiQL" makes it: `#query=…&variables=…`. It is filled in, and not run before the reader says so. */
function fromAddress(): Example[] {
  const told = new URLSearchParams(window.location.hash.slice(1));
  const query = told.get('query');
  return query === null ? [] : [{ name: 'from the address', purpose: 'From the address', query, variables: told.get('variables') ?? undefined }];
}

/** GraphiQL with the examples as a list: picking one opens it in the editor. */
function Page(): ReactElement {
  const [examples, setExamples] = useState<Example[]>(fromAddress);
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    void fetch('/graphiql/examples.json')
      .then((response) => response.json() as Promise<Example[]>)
      .then((told) => setExamples((before) => [...before, ...told]));
  }, []);
  const example = examples[chosen];
  if (!example) return <p className="loading">Loading…</p>;
  return (
    <div className="page">
      <header>
        <strong>Fealty</strong>
        <label>
          Example{' '}
          <select value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>
            {examples.map(({ name, purpose }, i) => (
              <option key={name} value={i}>{purpose}</option>
            ))}
          </select>
        </label>
      </header>
      <main>
        <GraphiQL key={example.name} fetcher={fetcher} initialQuery={example.query} initialVariables={example.variables} defaultEditorToolsVisibility={example.variables === undefined ? false : 'variables'} />
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
