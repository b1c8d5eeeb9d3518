import { stage } from '../graph/current-stage';
import { view } from './store';

/** What tests and the bench may look at from outside: the model that is drawn, and where on the page. Reading only. */
export function inspect(): void {
  Object.assign(window, {
    fealty: {
      parties: () => stage.peek()?.ids().parties ?? [],
      ties: () => stage.peek()?.ids().ties ?? [],
      spot: (id: string) => stage.peek()?.spotOf(id) ?? null,
      spotOfTie: (id: string, share?: number) => stage.peek()?.spotOfTie(id, share) ?? null,
      under: () => stage.peek()?.under() ?? null,
      look: (id: string) => stage.peek()?.lookOf(id) ?? null,
      labels: () => stage.peek()?.snapshot().labels ?? [],
      view: () => view.peek(),
    },
  });
}
