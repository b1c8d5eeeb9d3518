import type { ComponentChildren } from 'preact';
import { canRedo, canUndo, redo, undo, view } from '../state/store';
import { openPane, openTable } from '../state/actions';
import { dialog, filtersOpen, type Dialog } from '../state/panels';
import { chooseTheme, isDark } from '../state/theme';
import { Icon, type IconName } from './icons';

export function Header({ children }: { children: ComponentChildren }): preact.JSX.Element {
  const { pane, table } = view.value;
  return (
    <header class="head">
      <a class="brand" href="/" title="Start anew"><img src="/fealty.svg" alt="" width="26" height="26" /><span>Fealty</span></a>
      <h1 class="for-ears">Fealty: who backs, commands and fights whom, and who says so</h1>
      {children}
      <nav class="tools" aria-label="Tools">
        <Tool icon="filter" name="Filters" pressed={filtersOpen.value} onClick={() => (filtersOpen.value = !filtersOpen.value)} />
        <Tool icon={pane === 'map' ? 'graph' : 'map'} name={pane === 'map' ? 'Graph' : 'Map'} onClick={() => openPane(pane === 'map' ? 'graph' : 'map')} />
        <Tool icon="table" name="Table" pressed={table !== null} onClick={() => openTable(table === null ? 'ties' : null)} />
        <span class="divider" />
        <Tool icon="undo" name="Undo" disabled={!canUndo.value} onClick={undo} quiet />
        <Tool icon="redo" name="Redo" disabled={!canRedo.value} onClick={redo} quiet />
        <Opens icon="history" name="Steps" opens="history" quiet />
        <span class="divider" />
        <Opens icon="report" name="Reports" opens="reports" />
        <Opens icon="share" name="Share" opens="share" />
        <Opens icon="download" name="Take away" opens="takeaway" />
        <Tool icon={isDark.value ? 'sun' : 'moon'} name={isDark.value ? 'Light' : 'Dark'} onClick={() => chooseTheme(isDark.value ? 'light' : 'dark')} quiet />
        <Opens icon="help" name="Help" opens="help" quiet />
      </nav>
    </header>
  );
}

function Opens({ icon, name, opens, quiet }: { icon: IconName; name: string; opens: Exclude<Dialog, null>; quiet?: boolean }): preact.JSX.Element {
  return <Tool icon={icon} name={name} quiet={quiet} onClick={() => (dialog.value = dialog.value === opens ? null : opens)} />;
}

function Tool({ icon, name, onClick, disabled, pressed, quiet }: { icon: IconName; name: string; onClick: () => void; disabled?: boolean; pressed?: boolean; quiet?: boolean }): preact.JSX.Element {
  return (
    <button type="button" class={quiet ? 'tool quiet-name' : 'tool'} title={name} aria-label={name} disabled={disabled} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} /><span class="name" aria-hidden="true">{name}</span>
    </button>
  );
}
