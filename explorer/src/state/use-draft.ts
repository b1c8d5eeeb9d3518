import { useState } from 'preact/hooks';

/**
 * A text that the reader edits, beginning as `value` and following it whenever it changes elsewhere.
 * Not by an effect: one that runs late would wipe out what was typed meanwhile.
 */
export function useDraft(value: string): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(value);
  const [followed, setFollowed] = useState(value);
  if (followed !== value) {
    setFollowed(value);
    setText(value);
  }
  return [followed === value ? text : value, setText];
}
