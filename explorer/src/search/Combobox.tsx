import type { ComponentChildren, JSX, RefObject, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Option {
  id: string;
  content: ComponentChildren;
  pick: () => void;
}

export interface OptionGroup {
  title: string;
  options: Option[];
}

interface Props {
  id: string;
  label: string;
  value: string;
  onType: (text: string) => void;
  groups: OptionGroup[];
  /** Said above the list, such as that nothing was found. */
  message?: ComponentChildren;
  /** Enter without an option chosen. Tells whether the list may close. */
  onEnter: () => boolean | Promise<boolean>;
  placeholder?: string;
  class?: string;
  invalid?: boolean;
  input?: RefObject<HTMLInputElement | null>;
  /** Escape with the list closed. */
  onEscape?: () => void;
  onFocus?: () => void;
}

/**
 * A text field with a list of options under it, after the ARIA 1.2 pattern: the focus stays in the field, arrows move through the options, Enter takes one, Escape closes the list.
 * No option is chosen until the reader moves to one.
 */
export function Combobox({ id, label, value, onType, groups, message, onEnter, placeholder, class: className, invalid, input, onEscape, onFocus }: Props): JSX.Element {
  const own = useRef<HTMLInputElement>(null);
  const field = input ?? own;
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const options = groups.flatMap((group) => group.options);
  const at = options.findIndex((option) => option.id === active);
  const hasOptions = open && options.length > 0;
  const optionId = (option: Option): string => `${id}-option-${options.indexOf(option)}`;
  useEffect(() => {
    if (at >= 0) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const close = (): void => {
    setOpen(false);
    setActive(null);
  };
  const take = (option: Option): void => {
    close();
    option.pick();
  };
  const move = (by: 1 | -1): void => {
    setOpen(true);
    if (options.length === 0) return;
    const next = at < 0 ? (by === 1 ? 0 : options.length - 1) : at + by;
    // Past either end lies the field itself, as the pattern has it.
    setActive(options[next]?.id ?? null);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    // Enter and Escape also end the composing of a letter; that is not for the list.
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown': move(1); break;
      case 'ArrowUp': move(-1); break;
      case 'Enter': {
        const chosen = open ? options[at] : undefined;
        if (chosen) take(chosen);
        else {
          setOpen(true);
          void Promise.resolve(onEnter()).then((done) => done && close());
        }
        break;
      }
      case 'Escape':
        if (open && (options.length > 0 || message != null)) close();
        else if (onEscape) onEscape();
        else return;
        break;
      default: return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={`combobox ${className ?? ''}`}>
      <input
        ref={field} id={id} type="text" role="combobox" aria-label={label} aria-autocomplete="list" aria-expanded={hasOptions} aria-controls={hasOptions ? `${id}-list` : undefined} aria-invalid={invalid === true ? true : undefined}
        aria-activedescendant={hasOptions && options[at] ? optionId(options[at]) : undefined} autocomplete="off" autocapitalize="off" spellcheck={false} dir="auto" placeholder={placeholder} value={value} size={Math.max(4, Math.min(40, value.length + 1))}
        onInput={({ currentTarget }) => {
          setActive(null);
          setOpen(true);
          onType(currentTarget.value);
        }}
        onFocus={() => onFocus?.()} onClick={() => setOpen(true)} onBlur={close} onKeyDown={onKeyDown}
      />
      {open && (options.length > 0 || message != null) && (
        // Pressing a button of the mouse in the list must not take the focus out of the field.
        <div class="options" onMouseDown={(event) => event.preventDefault()}>
          {message != null && <p class="options-message">{message}</p>}
          {options.length > 0 && (
            <div ref={list} role="listbox" id={`${id}-list`} aria-label={`${label}: suggestions`}>
              {groups.filter((group) => group.options.length > 0).map((group, i) => (
                <div role="group" key={group.title} aria-labelledby={`${id}-group-${i}`}>
                  <div id={`${id}-group-${i}`} class="options-title" role="presentation">{group.title}</div>
                  {group.options.map((option) => (
                    <div key={option.id} id={optionId(option)} role="option" class="option" aria-selected={option.id === active} onClick={() => take(option)}>{option.content}</div>
                  ))}
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
