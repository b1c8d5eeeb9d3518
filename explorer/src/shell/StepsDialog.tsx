import { goToStep, history } from '../state/store';
import { Modal } from './Modal';

/** Every step taken, latest first; any can be gone back to. */
export function StepsDialog(): preact.JSX.Element {
  const { steps, at } = history.value;
  return (
    <Modal title="Steps">
      <ol class="tie-list" data-testid="steps">
        {steps.map(({ label }, i) => (
          <li key={i}><button type="button" class="tie-row" aria-current={i === at ? 'step' : undefined} onClick={() => goToStep(i)}><span class={i > at ? 'quiet' : ''}><bdi>{label}</bdi>{i > at ? ' (undone)' : ''}{i === at ? ' · now' : ''}</span></button></li>
        )).reverse()}
      </ol>
    </Modal>
  );
}
