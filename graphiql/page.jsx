import './workers';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { DOC_EXPLORER_PLUGIN, GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createRoot } from 'react-dom/client';
import './page.css';

const NO_EXAMPLES = `# The examples did not load. Any query can be written here; the book icon lists what can be asked.
{
  __typename
}
`;

/** The repository's examples as the server lists them: `[{ name, purpose, query }]`. */
async function loadExamples() {
  try {
    const response = await fetch('/graphiql/examples.json');
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}

function ListIcon() {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden="true">
      <path d="M2 3.5h.01M2 8h.01M2 12.5h.01M5.5 3.5H14M5.5 8H14M5.5 12.5H14" />
    </svg>
  );
}

/** A side panel that puts an example into a tab of its own, or goes to the tab that already has it. */
function examplesPlugin(examples) {
  function Examples() {
    const { addTab, changeTab } = useGraphiQLActions();
    const tabs = useGraphiQL((state) => state.tabs);
    const active = useGraphiQL((state) => state.activeTabIndex);
    const editor = useGraphiQL((state) => state.queryEditor);
    const open = (query) => {
      const held = tabs.findIndex((tab) => tab.query === query);
      if (held >= 0) return changeTab(held);
      addTab();
      editor?.setValue(query);
    };
    return (
      <section className="examples" aria-label="Examples">
        <div className="graphiql-doc-explorer-title">Examples</div>
        <ol>
          {examples.map(({ name, purpose, query }) => (
            <li key={name}>
              <button type="button" aria-current={tabs[active]?.query === query} onClick={() => open(query)}>
                {purpose}
              </button>
            </li>
          ))}
        </ol>
      </section>
    );
  }
  return { title: 'Examples', icon: ListIcon, content: Examples };
}

const fetcher = createGraphiQLFetcher({ url: '/graphql' });
const examples = await loadExamples();
const plugin = examplesPlugin(examples);

createRoot(document.getElementById('page')).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[plugin, HISTORY_PLUGIN]}
    referencePlugin={DOC_EXPLORER_PLUGIN}
    visiblePlugin={plugin}
    defaultQuery={examples[0]?.query ?? NO_EXAMPLES}
    isHeadersEditorEnabled={false}
    showPersistHeadersSettings={false}
  />,
);
