import { main } from './main';
import { serveCommand } from './serve-command';

export { endingOf, main } from './main';

void serveCommand(main);
