import { render } from 'preact';
import { App } from './shell/App';
import './style/index.css';

render(<App />, document.getElementById('app') as HTMLElement);
