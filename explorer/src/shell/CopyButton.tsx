import { useState } from 'preact/hooks';
import { announce } from '../state/announcer';
import { copyText } from '../share/copy-text';
import { Icon } from './icons';

const SHOWN_MS = 1_500;

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, what }: { text: () => string; what: string }): preact.JSX.Element {
  const [done, setDone] = useState<boolean | null>(null);
  const copy = async (): Promise<void> => {
    const copied = await copyText(text());
    setDone(copied);
    announce(copied ? `Copied: ${what}.` : 'The browser does not allow copying here.');
    setTimeout(() => setDone(null), SHOWN_MS);
  };
  return <button type="button" class="button small" onClick={() => void copy()}><Icon name={done === true ? 'check' : 'copy'} />{done === null ? `Copy ${what}` : done ? 'Copied' : 'Not allowed'}</button>;
}
