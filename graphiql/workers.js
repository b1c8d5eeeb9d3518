/**
 * Monaco asks for its workers by label. Each is a file of its own from this origin, so the page needs no blob: script and no eval.
 * This module has to run before Monaco does, hence a file of its own, imported first.
 */
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => {
    const name = label === 'graphql' || label === 'json' ? label : 'editor';
    return new Worker(`/graphiql/${name}.worker.js`, { name: label });
  },
};
