import { Sign } from '../legend/Sign';
import { KEYS } from './keys';
import { Modal } from './Modal';

/** Every key, and how to read the picture. */
export function HelpDialog(): preact.JSX.Element {
  return (
    <Modal title="Keys, and how to read the graph" wide>
      <p class="small">Each line is a tie: all that articles say of one kind about one pair. Choose it, and the passages behind it stand at the right, with article, paragraph and whom the article credits. Colour and shape of a party tell whose side it is on: the nearest patron that cited chains of backing lead to. <Sign sign="rivals" /> marks rival accounts, <Sign sign="both" /> a pair that is allied and hostile at once.</p>
      <div class="key-columns">
        {KEYS.map(({ where, keys }) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl class="keys">{keys.map(([key, what]) => <div key={key}><dt>{key.split('  ').map((part) => <kbd key={part}>{part}</kbd>)}</dt><dd>{what}</dd></div>)}</dl>
          </section>
        ))}
      </div>
      <p class="small quiet">Fealty keeps what articles say, not what is true. What they leave unknown stays unknown. The same questions can be asked in <a href="/graphiql">GraphQL</a>. Borders on the map: Natural Earth, public domain.</p>
    </Modal>
  );
}
