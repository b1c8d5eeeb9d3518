import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { dialog } from '../state/panels';
import { Icon } from './icons';

/** A dialog over the page: the browser's own, so focus stays in it, Escape closes it and it goes back to where it was. */
export function Modal({ title, children, wide = false }: { title: string; children: ComponentChildren; wide?: boolean }): preact.JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    element.current?.showModal();
    return () => element.current?.close();
  }, []);
  const close = (): void => void (dialog.value = null);
  return (
    <dialog ref={element} class={wide ? 'modal wide' : 'modal'} aria-labelledby="modal-title" onClose={close} onClick={(event) => event.target === element.current && close()}>
      <div class="modal-head">
        <h2 id="modal-title">{title}</h2>
        <button type="button" class="tool" aria-label="Close" onClick={close}><Icon name="close" /></button>
      </div>
      <div class="modal-body">{children}</div>
    </dialog>
  );
}
