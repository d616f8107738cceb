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

const command = ({ runId, journalHead }: ReadmeFacts): string =>
  `node program/verify-run.cjs run/${runId}${journalHead === '' ? '' : ` --journal ledger/journal.txt --head ${journalHead}`}`;

function norwegian(facts: ReadmeFacts): string {
  const { runId, manifestSha256, hasSnapshot, rehearsal } = facts;
  return `# Dossier for kjøringen ${runId}
${rehearsal ? '\nØVELSE: ingenting her er ekte utbetalinger.\n' : ''}
Alt en revisor trenger for å kontrollere kjøringen, også uten programmet og uten nett. Det trengs Node 20 eller nyere.

    sha256sum -c SHA256SUMS
    ${command(facts)} --lang nb

Den første kommandoen sier at ingen fil i arkivet er endret siden det ble laget. Den andre regner gjennom kjøringen: hver
hash, hver rad, summene, motregningen, bevaringen, sporet, underskriftene og journalen. Hold disse tallene mot det som er
oppbevart et annet sted:

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
her er de som kjøringen brukte. Nøkkelen til pseudonymene er ikke med; den som har den, kan legge til --key FIL og få
kontrollert hvert blad i begge trærne. Mappen run/ og uttrekket har personopplysninger.
`;
}

function english(facts: ReadmeFacts): string {
  const { runId, manifestSha256, hasSnapshot, rehearsal } = facts;
  return `# Dossier of the run ${runId}
${rehearsal ? '\nREHEARSAL: nothing here is a real payment.\n' : ''}
Everything an auditor needs to check the run, also without the program and without a network. Node 20 or later is needed.

    sha256sum -c SHA256SUMS
    ${command(facts)}

The first command says that no file of the archive has changed since it was made. The second goes through the run: every
hash, every row, the sums, the netting, the conservation, the trace, the signatures and the journal. Hold these figures
against what has been kept elsewhere:

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
whether the rules here are those that the run used. The key of the pseudonyms is not here; who has it can add --key FILE
and have every leaf of both trees checked. The folder run/ and the extract hold personal data.
`;
}
