import { type CliContext, say } from './context';

/** A line that names the run folder from which an answer was read; empty where there is none (an opening). */
export function folderReadText(folder: string, context: CliContext): string {
  return folder === '' ? '' : say(context, 'folder.read', { folder });
}
