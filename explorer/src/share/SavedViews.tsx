import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { count } from '../model/words';
import { Icon } from '../shell/icons';
import { announce } from '../state/announcer';
import { dialog } from '../state/panels';
import { download, fileName } from '../takeaway/download';
import { UnreadableView } from './packed-view';
import { SavedViewRow } from './SavedViewRow';
import { addViews, deleteView, keepingProblem, loadSavedViews, openView, renameView, savedViews, saveView } from './saved-views';
import { MOST_FILE_BYTES, writeViews, type SavedView } from './views-file';

/** Views kept in this browser under names, and the file that takes them elsewhere. */
export function SavedViews(): preact.JSX.Element {
  const [name, setName] = useState('');
  const [told, setTold] = useState<{ text: string; bad: boolean; undo?: () => void } | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(loadSavedViews, []);
  const tell = (text: string, more: { bad?: boolean; undo?: () => void } = {}): void => {
    setTold({ text, bad: more.bad ?? false, undo: more.undo });
    announce(text);
  };
  const save = (event: Event): void => {
    event.preventDefault();
    if (name.trim() === '') return field.current?.focus();
    tell(`Saved as “${saveView(name)}”.`);
    setName('');
  };
  const remove = (saved: SavedView): void => {
    const back = deleteView(saved);
    field.current?.focus();
    tell(`“${saved.name}” deleted.`, { undo: () => {
      back();
      field.current?.focus();
      tell(`“${saved.name}” is back.`);
    } });
  };
  const bring = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    try {
      if (chosen.size > MOST_FILE_BYTES) throw new UnreadableView('it is larger than any such file');
      const added = addViews(await chosen.text());
      tell(added === 0 ? 'All views of that file are here already.' : `${count(added, 'view')} added.`);
    } catch (error) {
      tell(`“${chosen.name}” was not taken, and nothing has changed: ${error instanceof UnreadableView ? error.message : 'it cannot be read'}.`, { bad: true });
    }
  };
  const views = savedViews.value;
  return (
    <section class="stack" aria-labelledby="saved-views">
      <h3 id="saved-views">Saved views</h3>
      <form class="row take-line" onSubmit={save}>
        <input ref={field} class="text-input take-wide" dir="auto" value={name} maxLength={120} placeholder="Name, e.g. Deir ez-Zor, winter 2018" aria-label="Name for this view" onInput={({ currentTarget }) => setName(currentTarget.value)} />
        <button type="submit" class="button"><Icon name="plus" />Save this view</button>
      </form>
      {keepingProblem.value !== null && <p class="take-problem small" role="alert">{keepingProblem.value}</p>}
      {told !== null && <p class={told.bad ? 'take-problem small' : 'small'}>{told.text}{told.undo && <> <button type="button" class="link" onClick={told.undo}>Undo</button></>}</p>}
      {views.length === 0
        ? <p class="quiet small">None yet. Views are kept in this browser only; a file takes them elsewhere.</p>
        : (
          <ul class="saved-views" aria-label="Saved views">
            {views.map((saved) => (
              <SavedViewRow
                key={saved.name} saved={saved} onDelete={() => remove(saved)} onRename={(to) => tell(`Renamed to “${renameView(saved, to)}”.`)}
                onOpen={() => {
                  openView(saved);
                  dialog.value = null;
                  announce(`“${saved.name}” opened.`);
                }}
              />
            ))}
          </ul>
        )}
      <div class="row">
        <button type="button" class="button small" disabled={views.length === 0} onClick={() => {
          download(new Blob([writeViews(views, new Date())], { type: 'application/json' }), fileName('views', 'json'));
          tell(`${count(views.length, 'view')} exported.`);
        }}><Icon name="download" />Export to a file</button>
        <button type="button" class="button small" onClick={() => file.current?.click()}><Icon name="up" />Import from a file</button>
        <input ref={file} type="file" accept=".json,application/json" hidden data-testid="views-file" onChange={({ currentTarget }) => {
          void bring(currentTarget.files?.[0]);
          // The same file can be chosen again.
          currentTarget.value = '';
        }} />
      </div>
    </section>
  );
}
