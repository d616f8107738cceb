import { type Language, textOf } from '../../messages';

/** What the reader of a dossier is told of. */
export interface ReadmeFacts {
  readonly runId: string;
  readonly manifestSha256: string;
  /** Both empty for a draft. */
  readonly postingHead: string;
  readonly journalHead: string;
  readonly hasSnapshot: boolean;
  readonly rehearsal: boolean;
}

/** The dossier's README in a language: what is in it and how it is verified without a network. */
export function dossierReadme(facts: ReadmeFacts, language: Language): string {
  const { runId, manifestSha256, postingHead, journalHead, hasSnapshot, rehearsal } = facts;
  const title = textOf('dossier.title', language, { runId });
  const body = textOf('dossier.body', language, {
    runId,
    manifestSha256,
    postings: postingHead === '' ? '-' : postingHead,
    journal: journalHead === '' ? '' : ` --journal ledger/journal.txt --head ${journalHead}`,
    head: journalHead === '' ? textOf('dossier.not_posted', language) : journalHead,
    extract: textOf(hasSnapshot ? 'dossier.with_extract' : 'dossier.without_extract', language),
  });
  return readmeOf({ title, body, rehearsal }, language);
}

/** The mark stands apart from texts with facts in them: a line break in a fact would be shown by its number. */
function readmeOf(
  { title, body, rehearsal }: { readonly title: string; readonly body: string; readonly rehearsal: boolean },
  language: Language,
): string {
  const mark = rehearsal ? `\n${textOf('dossier.rehearsal', language)}\n` : '';
  return `${title}\n${mark}\n${body}`;
}

/** The README of the dossier of a year. */
export function yearReadme(
  facts: {
    readonly grantYear: number;
    /** Run folders in the archive, with blanks between them. */
    readonly folders: string;
    readonly postingHead: string;
    readonly journalHead: string;
    readonly rehearsal: boolean;
  },
  language: Language,
): string {
  const { rehearsal, grantYear, ...params } = facts;
  const title = textOf('dossier.year_title', language, { grantYear });
  return readmeOf({ title, body: textOf('dossier.year', language, params), rehearsal }, language);
}
