import type { Asked } from '../model/view';
import { piecesOf, questionOf } from './questions';
import { slotInWords } from './slot-names';

/** A question as a sentence to read, its slots set off; an empty one says what belongs there. */
export function Sentence({ asked }: { asked: Asked }): preact.JSX.Element | null {
  const question = questionOf(asked.question);
  if (question === undefined) return null;
  return (
    <span class="sentence">
      {piecesOf(question, asked.slots).map((piece, i) => ('words' in piece ? <span key={i}>{i > 0 ? ` ${piece.words} ` : `${piece.words} `}</span>
        : <bdi key={i} class={piece.value === '' ? 'slot empty' : 'slot'}>{piece.value === '' ? piece.slot.label : slotInWords(piece.slot, piece.value)}</bdi>))}
    </span>
  );
}
