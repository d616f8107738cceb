import type { Text } from '../../messages';

/** What the reader of a dossier is told of. */
export interface ReadmeFacts {
  readonly runId: string;
  readonly manifestSha256: string;
  /** Empty for a draft. */
  readonly journalHead: string;
  readonly hasSnapshot: boolean;
  readonly rehearsal: boolean;
}

/** The dossier's README in both languages: what is in it and how it is verified without a network. */
export function dossierReadme(facts: ReadmeFacts): Text {
  return { nb: norwegian(facts), en: english(facts) };
}

/** What is run to verify a dossier without the program, one command a line. */
function commands({ runId, journalHead }: ReadmeFacts, flags = ''): string {
  const journal = journalHead === '' ? '' : ` --journal ledger/journal.txt --head ${journalHead}`;
  return [
    'sha256sum -c SHA256SUMS',
    `node program/verify-run.cjs run/${runId}${flags}`,
    `node program/verify-trace.cjs run/${runId}${flags}`,
    `node program/verify-figures.cjs run/${runId}${flags}`,
    `node program/verify-approval.cjs run/${runId}${journal}${flags}`,
  ]
    .map((line) => `    ${line}\n`)
    .join('');
}

function norwegian(facts: ReadmeFacts): string {
  const { runId, manifestSha256, hasSnapshot, rehearsal } = facts;
  return `# Dossier for kjøringen ${runId}
${rehearsal ? '\nØVELSE: ingenting her er ekte utbetalinger.\n' : ''}
Alt en revisor trenger for å kontrollere kjøringen, også uten programmet og uten nett. Det trengs Node 20 eller nyere.

${commands(facts, ' --lang nb')}
Den første kommandoen sier at ingen fil i arkivet er endret siden det ble laget. Den andre regner gjennom kjøringen: hver
hash, summene, motregningen, bevaringen og underskriftene. Den tredje holder hver linje mot sporet, den fjerde satser, størrelser,
timer og kontoer mot det de følger av, den femte dem som skrev under, mot listene og journalen. Hold disse tallene mot det som er oppbevart et annet sted:

    manifest  ${manifestSha256}
    journal   ${facts.journalHead === '' ? '(kjøringen er ikke bokført)' : facts.journalHead}

| mappe | innhold |
| --- | --- |
| run/ | kjøringens mappe slik den ble forseglet, og underskriftene ved siden av |
| ledger/ | journalen fra den første handlingen til denne kjøringen ble bokført, én handling per linje |
| ${hasSnapshot ? 'snapshot/ | uttrekket som ble lest, som SQLite; nok til å regne alt om igjen' : '(snapshot) | uttrekket er ikke med; manifestet har hashen til hver fil i det'} |
| rules/ | regelmodulene, låsen og registrene i programmet som laget dossieret |
| program/ | kontrollprogrammene, til å lese og kjøre |
| docs/ | formatene, byte for byte |

Satsene og antakelsene som ble brukt, med status og kilde, står i run/${runId}/parameters.csv. dossier.json sier om reglene
her er de som kjøringen brukte. Nøkkelen til pseudonymene er ikke med; den som har den, kan gi verify-trace.cjs --key FIL
og få kontrollert hvert blad i begge trærne. Mappen run/ og uttrekket har personopplysninger.
`;
}

function english(facts: ReadmeFacts): string {
  const { runId, manifestSha256, hasSnapshot, rehearsal } = facts;
  return `# Dossier of the run ${runId}
${rehearsal ? '\nREHEARSAL: nothing here is a real payment.\n' : ''}
Everything an auditor needs to check the run, also without the program and without a network. Node 20 or later is needed.

${commands(facts)}
The first command says that no file of the archive has changed since it was made. The second goes through the run: every
hash, the sums, the netting, the conservation and the signatures. The third holds every line to the trace, the fourth rates,
sizes, hours and accounts to what they follow from, the fifth the signers to their lists and to the journal. Hold these figures against what has been kept elsewhere:

    manifest  ${manifestSha256}
    journal   ${facts.journalHead === '' ? '(the run is not posted)' : facts.journalHead}

| folder | content |
| --- | --- |
| run/ | the run's folder as it was sealed, and the signatures beside it |
| ledger/ | the journal from the first act until this run was posted, one act a line |
| ${hasSnapshot ? 'snapshot/ | the extract that was read, as SQLite; enough to calculate everything again' : '(snapshot) | the extract is not here; the manifest has the hash of each of its files'} |
| rules/ | the rule modules, the lock and the registers of the program that made the dossier |
| program/ | the verifiers, to read and to run |
| docs/ | the formats, byte by byte |

The rates and assumptions that were used, with status and source, stand in run/${runId}/parameters.csv. dossier.json says
whether the rules here are those that the run used. The key of the pseudonyms is not here; who has it can give
verify-trace.cjs --key FILE and have every leaf of both trees checked. The folder run/ and the extract hold personal data.
`;
}
