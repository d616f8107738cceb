import type { BatchInfo } from '../../ledger';
import { type LetterFrame, textsOn } from '../../report';
import type { OpenRun } from '../explain/open-run-context';
import { headsOfRun } from '../heads-of-run';
import { paymentSettings } from '../payment/payment-settings';
import { type RealLetters, readTexts, refuseUnapproved } from './approved-texts';
import { letterSettings } from './letter-settings';
import { type LetterStand, letterStands } from './letter-stand';
import type { LettersInput } from './letters-input';
import type { LettersStood } from './make-letters';
import type { Settlement } from './settlements';
import { readStored } from './stored-letters';

/** How letters stand on their day. @throws NorsktilskuddError refused LETTERS_REFUSED; input LETTER_TEXTS_FAULTY */
export function lettersStood(
  context: OpenRun,
  input: LettersInput,
  settlements: readonly Settlement[],
  { out, date }: { readonly out: string; readonly date: string },
): LettersStood {
  const { batch, ledger } = context;
  const letters = input.letters ?? letterSettings({});
  const payment = input.payment ?? paymentSettings({});
  const texts = readTexts(input.texts ?? letters.texts);
  const { language, on: plannedOn = '' } = input;
  const stands = letterStands({ ledger, batch, payment, letters, language, date, plannedOn }, settlements);
  const languages = [...new Set(stands.map(({ to }) => to.language))].sort();
  const ofRun = frameOf(context, batch);
  const { sender } = letters;
  const decidedOn = ofRun.decision.on;
  const withoutKapPost = kapPostsMissing(stands, date);
  const archiveCase = input.archiveCase ?? readStored(out)?.frame.archiveCase ?? '';
  refuseUnapproved({ ledger, texts, sender, archiveCase, languages, date, decidedOn, withoutKapPost });
  const rows = languages.flatMap((each) => textsOn(texts.rows, each, date));
  const frame: LetterFrame = { ...ofRun, date, archiveCase, sender, texts: rows };
  return { frame, stands, language: language ?? letters.neutralLanguage, textsSha256: texts.sha256 };
}

/** Components of letters that have no place in the budget on the day of their payment, each once. */
function kapPostsMissing(stands: readonly LetterStand[], date: string): RealLetters['withoutKapPost'] {
  const missing = stands.flatMap(({ groups }) =>
    groups.flatMap(({ payment, kapPosts }) =>
      kapPosts.flatMap(({ component, kapPost }) =>
        kapPost === ''
          ? [[`${component} ${payment?.on || date}`, { component, on: payment?.on || date }] as const]
          : [],
      ),
    ),
  );
  return [...new Map(missing).values()];
}

type RunFrame = Omit<LetterFrame, 'date' | 'archiveCase' | 'sender' | 'texts'>;

function frameOf({ ledger }: OpenRun, batch: BatchInfo): RunFrame {
  const { runId, grantYear, term, supplementNumber, asOf, manifestHash, actor, approvals } = batch;
  const approval = approvals.find(({ role }) => role === 'approver') ?? approvals.at(-1);
  return {
    ...{ runId, grantYear, term, supplementNumber, asOf },
    isRehearsal: ledger.rehearsal,
    decision: {
      runner: actor,
      attestant: approvals.find(({ role }) => role === 'attestant')?.actor ?? '',
      approver: approval?.actor ?? '',
      on: approval?.at.slice(0, 10) ?? '',
    },
    seal: { manifestHash, ...headsOfRun(ledger, batch) },
  };
}
