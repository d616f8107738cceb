import type { FlagGroup } from './flag';

/** Flags of keys, signatures and signed lists. */
export const SIGNING_FLAGS = {
  key: {
    syntax: '--key <file>',
    text: {
      nb: 'din private nøkkel; uten den gjelder bare navnet',
      en: 'your private key; without it the name alone counts',
    },
  },
  approvers: {
    syntax: '--approvers <file>',
    text: {
      nb: 'første godkjennerliste, når hovedboken lages: da kreves signaturer for alltid',
      en: 'first list of approvers, when the ledger is made: signatures are then required for ever',
    },
  },
  acceptClock: {
    syntax: '--accept <name>',
    repeated: true,
    text: {
      nb: 'clock: klokken er riktig, selv om den er langt foran hovedboken',
      en: 'clock: the clock is right, though it is far ahead of the ledger',
    },
  },
  name: { syntax: '--name <name>', text: { nb: 'navnet til den som eier nøkkelen', en: "name of the key's owner" } },
  role: {
    syntax: '--role <role>',
    repeated: true,
    text: {
      nb: 'rolle: runner, attestant eller approver; kan gjentas',
      en: 'role: runner, attestant or approver; may be repeated',
    },
  },
  keyOut: { syntax: '--out <file>', text: { nb: 'nøkkelfilen som lages', en: 'the key file to make' } },
  listOut: { syntax: '--out <file>', text: { nb: 'listen som lages', en: 'the list to make' } },
  personFile: {
    syntax: '--person <file>',
    repeated: true,
    text: {
      nb: 'en person, slik keys new skrev den (.person.json); kan gjentas',
      en: 'a person as keys new wrote it (.person.json); may be repeated',
    },
  },
  validFrom: {
    syntax: '--valid-from <date>',
    text: { nb: 'første dag (ellers i dag)', en: 'first day (default today)' },
  },
} satisfies FlagGroup;
