import { MultiGraph } from 'graphology';
import type { GraphEvents } from 'graphology-types';

/**
 * A graph that can be changed without its listeners being told of each change. Sigma takes the whole graph in anew for every tie that is dropped, which makes a change of a thousand ties take seconds; whoever changes much
 * tells it once, at the end.
 */
export class QuietGraph extends MultiGraph {
  private isQuiet = false;

  quietly(change: () => void): void {
    this.isQuiet = true;
    try {
      change();
    } finally {
      this.isQuiet = false;
    }
  }

  override emit<Event extends keyof GraphEvents>(type: Event, ...args: Parameters<GraphEvents[Event]>): boolean {
    return !this.isQuiet && super.emit(type, ...args);
  }
}
