import { useEffect, useState } from 'preact/hooks';
import type { View } from '../model/view';
import { copyText } from '../share/copy-text';
import { Icon } from '../shell/icons';
import { graphiqlAddress, operationsOf, type Operation } from './operations';

/** The operations behind the view, to copy or to open in GraphiQL. */
export function CopyAsGraphql({ view, tell }: { view: View; tell: (text: string, bad?: boolean) => void }): preact.JSX.Element {
  const [operations, setOperations] = useState<Operation[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    operationsOf(view).then((found) => current && setOperations(found), () => current && setFailed(true));
    return () => void (current = false);
  }, [view]);
  const copy = async (text: string, what: string): Promise<void> => {
    if (await copyText(text)) tell(`${what} copied.`);
    else tell('This browser does not let the page copy. Open it in GraphiQL instead, and copy it there.', true);
  };
  return (
    <section class="stack" aria-labelledby="take-graphql">
      <h3 id="take-graphql">GraphQL</h3>
      <p class="quiet small">The operations that made this view. They run in GraphiQL and in any client of this service.</p>
      {failed && <p class="take-problem small" role="alert">The service does not tell the texts of its operations now. Close this and try again.</p>}
      <ul class="takes">
        {(operations ?? []).map((operation) => (
          <li key={operation.name} class="take-operation" data-testid={`operation-${operation.name}`}>
            <span class="small"><strong>{operation.name}</strong> <span class="quiet">{operation.gives}</span></span>
            <span class="row">
              <button type="button" class="button small" aria-label={`Copy operation ${operation.name}`} onClick={() => void copy(operation.text, `Operation ${operation.name}`)}><Icon name="copy" />Operation</button>
              <button type="button" class="button small" aria-label={`Copy variables of ${operation.name}`} onClick={() => void copy(JSON.stringify(operation.variables, null, 2), `Variables of ${operation.name}`)}><Icon name="copy" />Variables</button>
              <a class="small" href={graphiqlAddress(operation)} target="_blank" rel="noopener" aria-label={`Open in GraphiQL: ${operation.name}, in a new tab`}>Open in GraphiQL</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
