import { answerCall } from './answer-call';
import { runCommand } from './commands/run';
import { serveCommand } from './serve-command';

/** `run` without the other commands: reading and compiling all of them would cost it 0.15 s more. */
void serveCommand((argv, terminal) => answerCall(argv, terminal, { run: runCommand }));
