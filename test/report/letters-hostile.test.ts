import {
  type Letter,
  type LetterFrame,
  letterRecord,
  renderLetter,
  renderLetterIndex,
  renderPersonList,
} from '../../src/report';

const EVIL = '<script>x()</script>"\' onload=\u202e\u0007\n}</style>{';

const frame: LetterFrame = {
  ...{ runId: EVIL, grantYear: 2018, term: 1, supplementNumber: 0, asOf: EVIL, isRehearsal: true, date: EVIL },
  archiveCase: EVIL,
  sender: { name: { nb: EVIL, nn: EVIL, en: EVIL }, unit: EVIL, orgNumber: EVIL, address: [EVIL], caseOfficer: EVIL },
  decision: { runner: EVIL, attestant: EVIL, approver: EVIL, on: EVIL },
  seal: { manifestHash: EVIL, postingHead: EVIL, journalHead: EVIL },
  texts: (['purpose', 'conditions', 'secrecy'] as const).map((key) => ({
    ...{ key, language: 'nb', text: EVIL, version: EVIL, approvedBy: [EVIL], approvedOn: EVIL, status: 'approved' },
    validFrom: '',
    validTo: '',
  })),
};

const row = {
  ...{ component: EVIL, grantYear: 2018, code: EVIL, reason: EVIL, cause: EVIL, caseNumber: 7 },
  ...{ persons: 5, rateNok: 1, amountNok: 5 },
};
const payment = { paymentKey: EVIL, state: 'kept', on: EVIL, accountEnd: EVIL, kid: EVIL } as const;
const letter: Letter = {
  to: { recipientId: '0301', name: EVIL, orgNumber: EVIL, address: [EVIL], language: 'nb' },
  groups: [
    {
      ...{ group: EVIL, rows: [row], linesNok: 5, carriedInNok: 0, paidNok: 5, carriedOutNok: 0 },
      payment: { ...payment, reasons: [{ code: EVIL, caseNumber: 1 }] },
      kapPosts: [{ component: EVIL, kapPost: EVIL }],
    },
  ],
  held: [{ component: EVIL, reason: EVIL, persons: 5, amountNok: 1 }],
  cases: [{ caseNumber: 1, kind: EVIL, group: EVIL, amountNok: 1 }],
  ...{ linesNok: 5, paidNok: 5, correctionsNok: 5 },
};
const list = { letter, persons: [{ ...row, duf: EVIL, amountNok: 5 }], protectedPersons: 1, protectedNok: 1 };

test.each([
  ['a letter', renderLetter({ frame, letter })],
  ['a list of persons', renderPersonList(list, frame)],
  ['an index', renderLetterIndex({ frame, letters: [letter], language: 'nb', isRestricted: false })],
])('nothing in %s ends a text, an attribute or the style, or is left unseen', (_, page) => {
  expect(page).not.toContain('<script');
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(['\u202e', '\u0007'].filter((unseen) => page.includes(unseen))).toEqual([]);
  expect(page.split('\n').some((line) => line.startsWith('}</style>{'))).toBe(false);
  expect(page).toContain('&lt;script&gt;');
});

test('a record is JSON whatever stands in it', () => {
  const files = [{ name: EVIL, sha256: EVIL, bytes: 1 }];
  const record = JSON.parse(letterRecord({ frame, to: letter.to, kind: 'list', files }));
  expect(record.journalpost.korrespondansepart.korrespondansepartNavn).toBe(EVIL);
});
