import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icons';
import { announce } from '../state/announcer';
import { view } from '../state/store';
import { copyText } from './copy-text';
import { encodeView } from './share-code';

/** Longer ones are cut by some programs that people send links with. */
const SAFE_LENGTH = 2_000;

/** The link to what is on show, to copy; where the browser does not let the page copy, it stands there selected. */
export function CopyLink(): preact.JSX.Element {
  const [link, setLink] = useState('');
  const [told, setTold] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const shownNow = view.value;
  useEffect(() => {
    let current = true;
    void encodeView(shownNow).then((code) => current && setLink(`${window.location.origin}/${code === '' ? '' : `#${code}`}`));
    return () => void (current = false);
  }, [shownNow]);
  const copy = async (): Promise<void> => {
    const copied = await copyText(link);
    const text = copied ? 'Link copied.' : 'This browser does not let the page copy. The link is selected: copy it with Ctrl+C.';
    if (!copied) field.current?.select();
    setTold(text);
    announce(text);
  };
  return (
    <section class="stack" aria-labelledby="share-link">
      <h3 id="share-link">Link to this view</h3>
      <p class="quiet small">Parties, filters, selection, question, panes, and where you pinned parties: whoever opens the link sees the same.</p>
      <div class="row take-line">
        <input ref={field} class="text-input take-wide" readOnly value={link} aria-label="Link to this view" onFocus={({ currentTarget }) => currentTarget.select()} />
        <button type="button" class="button main" disabled={link === ''} onClick={() => void copy()}><Icon name="copy" />Copy link</button>
      </div>
      <p class="quiet tiny">{link.length.toLocaleString('en')} characters.{link.length > SAFE_LENGTH && ' Some mail and chat programs cut links this long: a file of saved views is safer then.'} {told}</p>
    </section>
  );
}
