import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icons';
import type { SavedView } from './views-file';

/** One saved view: its name opens it. */
export function SavedViewRow({ saved, onOpen, onRename, onDelete }: { saved: SavedView; onOpen: () => void; onRename: (name: string) => void; onDelete: () => void }): preact.JSX.Element {
  const [name, setName] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const renaming = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  const isRenaming = name !== null;
  // Before anything else is typed.
  useLayoutEffect(() => {
    if (isRenaming) field.current?.select();
    else if (wasRenaming.current) renaming.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  const end = (): void => setName(null);
  if (name !== null) {
    return (
      <li>
        <form class="row take-line" onSubmit={(event) => {
          event.preventDefault();
          end();
          if (name.trim() !== '' && name !== saved.name) onRename(name);
        }}>
          <input
            ref={field} class="text-input take-wide" dir="auto" value={name} maxLength={120} aria-label={`New name for ${saved.name}`}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              // Escape ends the renaming, not the dialog.
              event.preventDefault();
              event.stopPropagation();
              end();
            }}
          />
          <button type="submit" class="button small">Rename</button>
          <button type="button" class="button small" onClick={end}>Cancel</button>
        </form>
      </li>
    );
  }
  return (
    <li class="row take-line">
      <button type="button" class="link take-wide" dir="auto" onClick={onOpen}>{saved.name}</button>
      <time class="quiet tiny" dateTime={saved.savedAt}>{saved.savedAt.slice(0, 10)}</time>
      <button ref={renaming} type="button" class="button small" aria-label={`Rename ${saved.name}`} onClick={() => setName(saved.name)}>Rename</button>
      <button type="button" class="tool" aria-label={`Delete ${saved.name}`} title="Delete" onClick={onDelete}><Icon name="close" /></button>
    </li>
  );
}
