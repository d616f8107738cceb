import type { Translation } from '../catalogue';
import type { auditEn } from './en';

const KEEP_FILE = 'Ta vare på filen, finn ut hvem som har endret den, og hent siste sikkerhetskopi.';
const KEEP_FOLDER = 'Ta vare på mappen som bevis, og finn ut hvem som har endret den. Skrives den på nytt fra tilskuddsreskontroen (approve en gang til), legges denne til side og slettes ikke.';
const GIVE_KEY = 'Oppgi --pseudonym-key-file.';
const SEE_LINES = 'Se linjene med explain og meld feilen.';
const SEE_COVERAGE = 'Se coverage, opening_coverage og excluded i manifestet, og meld feilen.';

/** Texts of sealing, the access log and verification in bokmål. */
export const auditNb = {
  // Texts of findings and errors of the audit room.
  ACCESS_LOG_REFUSED: 'Innsynsloggen er ikke hel: {faults|feil|feil}.',
  'ACCESS_LOG_REFUSED.action': KEEP_FILE,
  PSEUDONYM_KEY_MISSING: 'Det er ingen nøkkel for pseudonymer i {file}.',
  'PSEUDONYM_KEY_MISSING.action': 'Pek på nøkkelen med --pseudonym-key-file, eller la import lage en.',
  PSEUDONYM_UNKNOWN: 'Ingen i {runId} har pseudonymet {pseudonym} med denne nøkkelen.',
  'PSEUDONYM_UNKNOWN.action': 'Kontroller pseudonymet, kjøringen og nøkkelen. Er det lagrede uttrekket slettet og personen slettet fra tilskuddsreskontroen, finnes svaret ikke lenger.',
  ACCESS_LOG_UNWRITABLE: 'Innsynsloggen {file} kan ikke skrives ({reason}), og uten den vises ingenting om personer.',
  'ACCESS_LOG_UNWRITABLE.action': 'Kjør fra en konto som kan skrive i mappen ved siden av tilskuddsreskontroen.',
  ACCESS_LOG_OTHER: 'Kontrollkoden {head} finnes ikke i innsynsloggen {file}. Den har {rows|rad|rader}; rader er fjernet eller loggen er byttet ut.',
  'ACCESS_LOG_OTHER.action': KEEP_FILE,
  ACCESS_LOG_NOT_LEDGERS:
    'Tilskuddsreskontroen har notert rad {noted} i innsynsloggen {file} med kontrollkoden {head}. Loggen har {rows|rad|rader}, og kontrollkoden finnes ikke der: den er fjernet, byttet ut eller laget på nytt.',
  'ACCESS_LOG_NOT_LEDGERS.action': 'Ta vare på filen, finn ut hvem som har endret den, og hent loggen fra siste sikkerhetskopi.',
  ACCESS_LOG_LOST: 'Innsynsloggen er ikke den som tilskuddsreskontroen har notert.',
  'ACCESS_LOG_LOST.action': 'Hent loggen fra siste sikkerhetskopi. Er den tapt for godt, så godkjenn med --accept access-log og --reason.',
  VERIFY_WITHOUT_ACCESS_LOG: 'IKKE KONTROLLERT: innsynsloggen, som tilskuddsreskontroen har notert {noted|kontrollkode|kontrollkoder} av. Den ligger ikke ved siden av denne kopien.',
  ACCESS_LOG_CUT: 'Innsynsloggen {file} har {rows|rad|rader}, men ifølge {note} er rad {noted} skrevet, og med en annen kontrollkode: loggen er tømt, kortet av, byttet ut eller laget på nytt.',
  'ACCESS_LOG_CUT.action': 'Ta vare på begge filene, finn ut hvem som har endret dem, og hent loggen fra siste sikkerhetskopi. Ingenting om personer vises før den stemmer.',
  ACCESS_NOTE_GONE: 'Innsynsloggen {file} har {rows|rad|rader}, men {note}, som viser hvilken som var den siste, er borte: loggen kan være kortet av.',
  'ACCESS_NOTE_GONE.action': 'Finn ut hvem som har tatt den bort, og hent begge filene fra siste sikkerhetskopi. Ingenting om personer vises før den er tilbake.',
  ACCESS_LOG_EMPTIED: 'Innsynsloggen {file} er tom, men {sample} er trukket, og det står alltid i loggen: den er tømt eller fjernet.',
  'ACCESS_LOG_EMPTIED.action': 'Finn ut hvem som har fjernet den, og hent den fra siste sikkerhetskopi.',
  ACCESS_NOTE_UNREADABLE: '{file}, som viser hvor langt innsynsloggen er kommet, er endret utenfor programmet.',
  'ACCESS_NOTE_UNREADABLE.action': 'Ta vare på filen, finn ut hvem som har endret den, og hent den fra siste sikkerhetskopi sammen med innsynsloggen.',
  ACCESS_LOG_BROKEN: 'Innsynsloggen {file} er endret utenfor programmet (rad {row}; 0 er filen selv).',
  'ACCESS_LOG_BROKEN.action': KEEP_FILE,
  PSEUDONYM_KEY_UNREADABLE: 'Filen {file} inneholder ingen nøkkel for pseudonymer: det som står der, er ikke heksadesimale siffer.',
  'PSEUDONYM_KEY_UNREADABLE.action':
    'Oppgi riktig fil med --pseudonym-key-file. En nøkkel er 64 heksadesimale siffer, 0-9 og a-f, på én linje uten noe annet. Med en ny nøkkel kan tidligere kjøringer ikke lenger spores til personer.',
  PSEUDONYM_KEY_LENGTH: 'Nøkkelen for pseudonymer i {file} har {digits} siffer; den skal ha 64.',
  'PSEUDONYM_KEY_LENGTH.action': 'Hent hele nøkkelen fra sikkerhetskopien. Den er kuttet, eller står dobbelt, der den ligger nå.',
  PSEUDONYM_KEY_NOT_FILE: '{file} er ingen vanlig fil, men en mappe, et rør eller en enhet.',
  'PSEUDONYM_KEY_NOT_FILE.action': 'Pek på nøkkelfilen med --pseudonym-key-file.',
  PSEUDONYM_KEY_LINK: '{file} er en lenke til en fil som ikke finnes.',
  'PSEUDONYM_KEY_LINK.action': 'Legg nøkkelen tilbake der lenken peker, eller oppgi filen med --pseudonym-key-file. Det blir ikke laget noen ny.',
  PSEUDONYM_KEY_OPEN: 'Nøkkelen for pseudonymer i {file} kan leses eller skrives av andre enn eieren.',
  'PSEUDONYM_KEY_OPEN.action': 'Kjør chmod 600 på filen. Den som kan ha lest den, kan spore alle pseudonymer som er gitt ut, til personer: meld fra om det.',
  PSEUDONYM_KEY_LOST: 'Nøkkelen for pseudonymer i {file} er borte. Kjøringene her er gjort med nøkkelen {keyIds}.',
  'PSEUDONYM_KEY_LOST.action':
    'Hent nøkkelen fra sikkerhetskopien, eller pek på den med --pseudonym-key-file. Det blir ikke laget en ny uten varsel: med den kan ingen lenger svare den som har fått pseudonymer, og neste kjøring kjenner ikke personene igjen. Er den tapt for godt, lager run en ny med --accept new-pseudonym-key=VEDTAK.',
  PSEUDONYM_KEY_OTHER: 'Nøkkelen for pseudonymer i {file} er {keyId}. Kjøringene her er gjort med nøkkelen {keyIds}.',
  'PSEUDONYM_KEY_OTHER.action':
    'Hent den rette nøkkelen fra sikkerhetskopien, eller pek på den med --pseudonym-key-file. Skal den nye gjelde fra nå av, kjøres run med --accept new-pseudonym-key=VEDTAK.',

  // Texts of what verification of the signatures beside a run finds.
  VERIFY_SIGNED: '{runId} er signert av {names}. Første godkjennerliste: {anchor}.',
  'VERIFY_SIGNED.action': 'Sammenlign kontrollkoden med den som ble tatt vare på da tilskuddsreskontroen ble laget.',
  APPROVAL_OTHER_ANCHOR: 'Signaturene på {runId} bygger på godkjennerlisten {found}, tilskuddsreskontroen på {expected}.',
  'APPROVAL_OTHER_ANCHOR.action': 'Ikke stol på mappen. Finn ut hvem som har skrevet den.',
  APPROVAL_NOT_LEDGERS: 'Tilskuddsreskontroen har {expected|signatur|signaturer} på {runId}, mappen {found}, eller de er ikke de samme.',
  'APPROVAL_NOT_LEDGERS.action': KEEP_FOLDER,
  APPROVAL_FOLDER_MISSING: 'Tilskuddsreskontroen har {expected|signatur|signaturer} på {runId}, men ved siden av mappen ligger ingen.',
  'APPROVAL_FOLDER_MISSING.action': 'Finn ut hvem som har fjernet dem. De skrives på nytt fra tilskuddsreskontroen når sign, attest eller approve kjøres en gang til.',

  // Texts of what `verify` finds in the files and tables of a run folder.
  VERIFY_RUN_WITHOUT_LEDGER: '{runId} er id-en til en kjøring, og det er ingen slik mappe her.',
  'VERIFY_RUN_WITHOUT_LEDGER.action': 'Oppgi tilskuddsreskontroen med --db, så finnes mappen av id-en, eller oppgi selve mappen.',
  VERIFY_OPEN_TO_OTHERS: '{folder}: andre enn eieren kan lese {files}, som nevner personer.',
  'VERIFY_OPEN_TO_OTHERS.action': 'Sett rettighetene til 0600 (chmod 600), og finn ut hvem som kan ha lest dem.',

  // Texts of what `verify` finds in the trace, the chain and the ledger.
  VERIFY_UNANCHORED:
    'IKKE KONTROLLERT: om {runId} er forseglet på nytt eller godkjent. Mappen er bare kontrollert mot sitt eget innhold, og den som kan skrive i den, kan lage nye kontrollkoder for alt.',
  'VERIFY_UNANCHORED.action': 'Sammenlign kontrollkoden til manifestet ({manifest}) med en som er oppbevart et annet sted, eller oppgi --db og --head.',
  VERIFY_HASH_ALONE:
    'IKKE KONTROLLERT uten --extract eller --db: tekstene i findings.csv og rejected.csv, timene i hours_basis.csv som sådan, tellingen av grunntilskudd i sizing.csv, kodene i posted_before.csv og kildene i manifestet. De bygger bare på kontrollkoden i manifestet.',
  VERIFY_WITHOUT_HEAD: 'IKKE KONTROLLERT uten --head: om tilskuddsreskontroen er skrevet om i sin helhet.',
  'VERIFY_WITHOUT_HEAD.action': 'Oppgi en siste kontrollkode for journalen som er oppbevart et annet sted.',
  VERIFY_WITHOUT_POSTED: 'IKKE KONTROLLERT uten {path}: om tilskuddsreskontroen er en eldre kopi.',
  'VERIFY_WITHOUT_POSTED.action': 'Er filen fjernet ved siden av tilskuddsreskontroen som er i bruk, finn ut hvem som har gjort det, før noe betales.',
  VERIFY_HEAD_UNKNOWN:
    'Kontrollkoden {head} finnes ikke i journalen til tilskuddsreskontroen: filen er en eldre kopi, historien er skrevet om, eller kontrollkoden er fra en annen tilskuddsreskontro.',
  'VERIFY_HEAD_UNKNOWN.action': 'Ikke bruk tilskuddsreskontroen. Hent den nyeste kopien og kontroller den med samme kontrollkode.',
  VERIFY_JOURNAL_OTHER: '{path} finnes fra før og er ikke begynnelsen på journalen i tilskuddsreskontroen: handling {sequence} er en annen eller mangler i tilskuddsreskontroen. Filen er ikke rørt.',
  'VERIFY_JOURNAL_OTHER.action':
    'Tilskuddsreskontroen er en eldre kopi, er skrevet om, eller filen er fra en annen tilskuddsreskontro. Ta vare på filen og hent den nyeste kopien av tilskuddsreskontroen.',
  VERIFY_LINE_NOT_LEDGERS: 'Tilskuddsreskontroen har ingen slik linje i kjøringen.',
  VERIFY_LINE_OF_LEDGER: '{file} mangler linje {number}, som tilskuddsreskontroen har.',
  VERIFY_LEDGER_LINE: 'Tilskuddsreskontroen har {expected}, mappen {found}.',

  // Texts of what `verify` says of the state of a run, of its tables, and of what it could not check.
  VERIFY_NOT_POSTED: 'Ingenting er galt i mappen, men kjøringen gjelder ikke: den er ikke bokført, eller gjelder ikke lenger.',
  'VERIFY_NOT_POSTED.action': 'Er det den du vil kontrollere, oppgi --draft. Betal og rapporter aldri på grunnlag av den.',
  VERIFY_RUN_DRAFT: '{runId} er et UTKAST: ingen har godkjent den.',
  VERIFY_RUN_SUPERSEDED: '{runId} er ERSTATTET AV {supersededBy}, og ble aldri bokført.',
  VERIFY_RUN_WITHDRAWN: '{runId} er TRUKKET TILBAKE, og ble aldri bokført.',
  VERIFY_RUN_ANNULLED: '{runId} er ANNULLERT: den ble bokført, men regnes ikke med lenger.',
  VERIFY_ROLES_UNSIGNED: 'IKKE SIGNERT: {runId} mangler ennå signatur fra {roles}.',
  VERIFY_STATE_UNKNOWN: 'IKKE KONTROLLERT uten --db: om {runId} er bokført, eller er et utkast, erstattet, trukket tilbake eller annullert.',
  VERIFY_BEFORE_FROM_FOLDER:
    'IKKE KONTROLLERT uten --db: det som var bokført og overført før {runId}, og hva tidligere kjøringer hadde regnet ut. Det er tatt fra mappen selv (posted_before.csv, balances_before.csv, coverage).',
  VERIFY_BEFORE_WITHOUT_KEY: 'IKKE KONTROLLERT uten pseudonymnøkkelen: det som var bokført før, person for person. Det er bare sammenlignet med tilskuddsreskontroen i sum per mottaker.',
  'VERIFY_BEFORE_WITHOUT_KEY.action': GIVE_KEY,
  VERIFY_NOT_CALCULATED:
    'IKKE KONTROLLERT uten --extract: om uttrekket gir dette. Linjer, tekster i findings.csv og rejected.csv, timer, tellinger og hvilke antakelser som ble brukt, er som de ble registrert da kjøringen ble laget.',
  VERIFY_SQL_ALONE:
    'IKKE KONTROLLERT uten --extract: om det lagrede registeret er uttrekket. SQL regnet ut beløpene av det; tekster i findings.csv og rejected.csv, timer og hvilke antakelser som ble brukt, er som de ble registrert.',
  VERIFY_UNSIGNED: 'IKKE KONTROLLERT: ingen signaturer ligger ved siden av {runId}. Om noen skulle ha signert, står bare i tilskuddsreskontroen.',
  'VERIFY_UNSIGNED.action': 'Oppgi --db.',
  VERIFY_ROLES_NOT_BESIDE: 'IKKE SIGNERT: ved siden av {runId} mangler signatur fra {roles}.',
  'VERIFY_ROLES_NOT_BESIDE.action': 'En bokført kjøring har alle. Kontroller med --db.',
  VERIFY_NAMES_UNCHECKED: 'IKKE KONTROLLERT: navn og organisasjonsnumre i payouts.csv i {runId}. Registrene som kjøringen brukte, finnes ikke her.',
  'VERIFY_NAMES_UNCHECKED.action': 'Pakk ut dossieret, eller oppgi --tables.',
  VERIFY_ACCOUNTS_UNCHECKED: 'IKKE KONTROLLERT: kontoer, navn og organisasjonsnumre i payouts.csv i {runId}. Mappen har ikke mottakerfilen som kjøringen leste.',
  VERIFY_FIGURES_OF_FILES: 'Disse satsene er kjøringens egne, fra satsfilene den leste, og ikke de som følger med programmet: {cells}.',
  VERIFY_BROKE_OFF: 'En av kontrollene kunne ikke gjøres ferdig på det som er skadet ({reason}). Det den ellers ville ha sett på, er IKKE KONTROLLERT.',

  // Texts of what `verify` finds by calculating a run again, from its extract or in SQL.
  VERIFY_EXTRACT_LACKS: 'Kjøringen leste {name}, som ikke finnes i {file}.',
  VERIFY_EXTRACT_MORE: '{file} har {name}, som kjøringen ikke leste.',
  'VERIFY_EXTRACT_MORE.action': 'Oppgi uttrekket slik det var da kjøringen leste det.',
  VERIFY_EXTRACT_DIFFERS: '{name} er ikke den som kjøringen leste: SHA-256 er {found}, kjøringen har {expected}.',
  VERIFY_EXTRACT_OTHER: '{count} av {of|fil|filer} i {file} er ikke som da kjøringen leste dem, så kjøringen er ikke regnet ut på nytt.',
  'VERIFY_EXTRACT_OTHER.action': 'Oppgi uttrekket som kjøringen brukte. Er det det, er filene endret siden: finn ut hvem som har gjort det.',
  VERIFY_SNAPSHOT_DIFFERS: 'Filene i uttrekket er de samme, men lest inn gir de det lagrede uttrekket {found}; kjøringen brukte {expected}.',
  'VERIFY_SNAPSHOT_DIFFERS.action': 'Ta bort eller legg tilbake andre filer i mappen, så den er som da kjøringen leste den, eller bruk programversjonen som manifestet nevner.',
  VERIFY_READING_UNKNOWN: 'Mappen viser ikke hvordan uttrekket ble lest (en eldre programversjon laget den): her ga lesingen det lagrede uttrekket {found}, kjøringen brukte {expected}.',
  'VERIFY_READING_UNKNOWN.action': 'Oppgi --columns og --reject-limit slik kjøringen hadde dem.',
  VERIFY_ROWS_READ_OTHERWISE: 'IKKE KONTROLLERT: {count|rad|rader} som leses annerledes i dag enn da kjøringen leste dem (leseformat {format}): {rows}. For dem gjelder det lagrede uttrekket alene.',
  'VERIFY_ROWS_READ_OTHERWISE.action': 'Se på radene i uttrekket. Datakontrakten leser slike skrivemåter av navn og verdier på en annen måte nå.',
  VERIFY_FINDINGS_LATER:
    'IKKE KONTROLLERT: {count|funn|funn} av slag som kjøringer av format {format} ikke ble sjekket for: {codes}. De er gjort nå, med det samme registeret, og hører ikke til i mappen.',
  'VERIFY_FINDINGS_LATER.action': 'Kjør doctor på uttrekket for å se dem.',
  VERIFY_EXTRACT_NOT_COMPARED: 'IKKE KONTROLLERT: resten av uttrekket mot det lagrede uttrekket. Uttrekket leses ikke av reglene som gjelder nå (kjøringen leste det i leseformat {format}).',
  VERIFY_READING_NOT_STORED: 'IKKE KONTROLLERT: beregningen. Kjøringen leste uttrekket i leseformat {format}, som ikke finnes lenger, og uttrekket dens er ikke lagret i {folders}.',
  'VERIFY_READING_NOT_STORED.action': 'Oppgi tilskuddsreskontroen med --db, så blir kjøringen regnet ut på nytt fra det lagrede uttrekket som ligger ved siden av den.',
  VERIFY_FLAG_DIFFERS: '{flag} {given} er ikke det kjøringen brukte; den brukte {had}.',
  'VERIFY_FLAG_DIFFERS.action': 'Utelat {flag}: kjøringen har sin egen utgave forseglet.',
  VERIFY_FLAG_UNUSED: '{flag} {given} er ikke det kjøringen brukte; den brukte ingen {flag}.',
  'VERIFY_FLAG_UNUSED.action': 'Utelat {flag}.',
  VERIFY_RECIPIENTS_NEEDED: 'Kjøringen leste en mottakerfil (SHA-256 {expected}) som mappen ikke har (en eldre programversjon laget den).',
  'VERIFY_RECIPIENTS_NEEDED.action': 'Oppgi filen med --recipients.',
  VERIFY_REGISTER_UNKNOWN: 'Kjøringen brukte {name} med SHA-256 {expected}; programmets er {found}, og ingen dossiermappe har den riktige.',
  'VERIFY_REGISTER_UNKNOWN.action': 'Pakk ut dossieret til kjøringen og kontroller mappen der, eller bruk programversjonen som manifestet nevner.',
  VERIFY_MODULE_DIFFERS: 'Regelmodulen {module} er ikke den kjøringen brukte: her {found}, kjøringen {expected}.',
  'VERIFY_MODULE_DIFFERS.action': 'Frigitte moduler skal aldri endres: kjør norsktilskudd rules check, eller bruk programversjonen som manifestet nevner.',
  VERIFY_OTHER_LOCK: 'Programmet har en annen regellås ({found}) enn kjøringen ({expected}), men hver modul som kjøringen brukte, er den samme.',
  VERIFY_RECALCULATION_DIFFERS: 'Ny beregning gir «{expected}», mappen har «{found}».',
  VERIFY_RECALCULATION_BYTES: '{file}, byte {byte}: ny beregning gir noe annet.',
  VERIFY_PSEUDONYMS_SKIPPED: 'Uten pseudonymnøkkelen er kolonnene med pseudonymer tatt fra mappen og ikke regnet ut på nytt: {columns}.',
  'VERIFY_PSEUDONYMS_SKIPPED.action': GIVE_KEY,
  VERIFY_OTHER_BUILD: 'Kjøringen ble laget av {expected}; det er {found} som regner på nytt.',
  VERIFY_SQL_DIFFERS: '{component} {year}, {what}: SQL gir {sqlNok}, kjøringen {runNok}.',
  'VERIFY_SQL_DIFFERS.action': SEE_LINES,
  VERIFY_SQL_COLUMN: '{component} {year}, {what}: {column} er {expected} etter SQL, {found} i kjøringen.',
  'VERIFY_SQL_COLUMN.action': SEE_LINES,
  VERIFY_SQL_NOT_COMPUTED: 'SQL regner ut {component} for {year} i denne kjøringen; manifestet har det ikke blant det som er regnet ut.',
  'VERIFY_SQL_NOT_COMPUTED.action': SEE_COVERAGE,
  VERIFY_SQL_NOT_DUE: 'Ifølge manifestet er {component} for {year} regnet ut; etter SQL skal det ikke regnes ut i denne kjøringen.',
  'VERIFY_SQL_NOT_DUE.action': SEE_COVERAGE,
  VERIFY_SQL_CANNOT: '{runId} har «{found}» for {name}. SQL kan bare følge {known}, og har derfor ikke sammenlignet noe.',
  'VERIFY_SQL_CANNOT.action': 'Kontroller med --extract i stedet, eller utvid src/audit/sql med svaret.',
  VERIFY_SQL_UNKNOWN_MODULE: '{runId} bygger på {name}, som SQL ikke kjenner; den følger {known}, og har derfor ikke sammenlignet noe.',
  'VERIFY_SQL_UNKNOWN_MODULE.action': 'Kontroller med --extract i stedet, eller utvid src/audit/sql med den nye regelen.',
  VERIFY_SQL_NEEDS_SNAPSHOT: 'SQL trenger registeret som kjøringen brukte (det lagrede uttrekket {snapshot}). Det finnes ikke i {folders}.',
  'VERIFY_SQL_NEEDS_SNAPSHOT.action':
    'Oppgi --db for tilskuddsreskontroen som kjøringen hører til, eller uttrekket med --extract. Er det lagrede uttrekket slettet etter reglene for lagring, gjenstår uttrekket.',
  VERIFY_SNAPSHOT_OTHER: '{file} er det lagrede uttrekket {found}, ikke {expected}, som navnet viser, og som kjøringen brukte.',
  'VERIFY_SNAPSHOT_OTHER.action': 'Finn ut hvem som har byttet filen, og hent den fra sikkerhetskopien eller oppgi uttrekket med --extract.',

  // What a controller looks up for an item of the sample.
  'checklist.title': 'Kontrollutvalg av {runId}',
  'checklist.result': '   Resultat: ok / feil / uklart   Kommentar:',
  'checklist.stratum_held': 'Er årsaken til at beløpet holdes tilbake, riktig, og har kommunen fått vite hva som må rettes?',
  'checklist.stratum_protected': 'Får den riktige kommunen pengene (kontrollert av en som har tilgang), og er stedet ikke nevnt utenfor filene med begrenset tilgang?',
  'checklist.stratum_correction': 'Stemmer årsaken til korreksjonen i forklaringen med det som er endret i NIR og i saken?',
  'checklist.stratum_arrears': 'Hvorfor kom beløpet først året etter, og er det ikke betalt tidligere på annen måte?',
  'checklist.stratum_new_rule': 'Regelen er ny i år: gir den det samme som forskriften og rundskrivet, regnet for hånd?',
  'checklist.stratum_first_time': 'Er personen ny i tilskuddet, og har ikke gitt tilskudd under et annet nummer?',
  'checklist.stratum_regular': 'Er det noe i forklaringen som avviker fra saken?',
  'checklist.category': 'Kategori, lov, inntreden og oppholdstillatelse i NIR er som i vedtaket fra UDI.',
  'checklist.decision': 'Vedtaket om opplæring finnes, er innvilget og datert som registrert.',
  'checklist.places': 'Bosted, mottak og skolegang i året er som i Folkeregisteret og hos kommunen.',
  'checklist.birth': 'Fødselsdatoen er riktig.',
  'checklist.birth_and_country': 'Fødselsdato og landbakgrunn er riktige.',
  'checklist.decisions_43g': 'Hvert vedtak om utvidet opplæring finnes, er innvilget, og dato og kommune er som registrert.',
  'checklist.count': 'Antallet på telledagen er det kommunen selv har, og ligger på riktig side av grensene 3/4 og 150/151.',
  'checklist.hours': 'Undervisningstimene og deltakertimene er de kommunen selv har ført, og ingen time er talt to ganger.',
  'checklist.last': 'Satsen er den i rundskrivet for året.',
  'checklist.asylum_seeker': 'Personen er asylsøker, og inntreden i NIR er som hos UDI.',
  'checklist.asylum_centres': 'Mottaket ved inntreden og den første flyttingen til et mottak i en annen kommune det året er som hos UDI.',

  // README of a dossier.
  'dossier.title': '# Dossier for kjøringen {runId}',
  'dossier.rehearsal': 'ØVELSE (REHEARSAL): ingenting her er ekte utbetalinger.',
  'dossier.with_extract': 'snapshot/ | uttrekket som ble lest, som SQLite; nok til å regne alt ut på nytt',
  'dossier.without_extract': '(snapshot) | uttrekket er ikke med; manifestet har kontrollkoden til hver fil i det',
  'dossier.not_posted': '(kjøringen er ikke bokført)',
  'dossier.year_title': '# Dossier for tilskuddsåret {grantYear}',
  'dossier.year': `Alt en revisor trenger for å kontrollere året, også uten programmet og uten nett. Det trengs Node 20 eller nyere.

    sha256sum -c SHA256SUMS
    node program/verify-run.cjs {folders} --lang nb
    node program/verify-trace.cjs {folders} --lang nb
    node program/verify-figures.cjs {folders} --lang nb
    node program/verify-approval.cjs {folders} --journal ledger/journal.txt --head {journalHead} --lang nb
    node program/verify-sample.cjs drawn/KJØRING --run run/KJØRING --journal ledger/journal.txt --lang nb

Sammenlign disse kontrollkodene med dem som er oppbevart et annet sted:

    posteringer  {postingHead}
    journal      {journalHead}

| mappe | innhold |
| --- | --- |
| run/ | mappen til hver kjøring slik den ble forseglet; signaturene og kontrollutvalgene ved siden av |
| drawn/ | linjer fra hver kjøring, trukket etter bokføringen, hver forklart ned til rad, regel og sats; kontrolleres med verify-sample.cjs |
| register/ | registrene som kjøringene leste, som tabeller: en rad under den id-en som gjelder, med linjen i uttrekket |
| snapshot/ | de samme slik de er lagret (SQLite, docs/SNAPSHOT.md) |
| ledger/ | journalen fra den første handlingen til den siste kjøringen ble bokført, én handling per linje |
| rules/ | RULEBOOK.md er loven for beregningen, SOURCES.md viser hva S1, S2, ... er; regelmoduler, lås, registre, satser |
| program/ | kontrollprogrammene, til å lese og kjøre |
| docs/ | formatene, byte for byte: kontrollspor, reskontro, lagret register, eksporter, betalingsfiler |

Satser og antakelser som ble brukt, med status og kilde, står i parameters.csv i hver kjøring. Nøkkelen til pseudonymene er
ikke med. Mappene run/, drawn/, register/ og snapshot/ har personopplysninger.
`,
  'dossier.body': `Alt en revisor trenger for å kontrollere kjøringen, også uten programmet og uten nett. Det trengs Node 20 eller nyere.

    sha256sum -c SHA256SUMS
    node program/verify-run.cjs run/{runId} --lang nb
    node program/verify-trace.cjs run/{runId} --lang nb
    node program/verify-figures.cjs run/{runId} --lang nb
    node program/verify-approval.cjs run/{runId}{journal} --lang nb

Den første kommandoen viser at ingen fil i arkivet er endret siden det ble laget. Den andre regner gjennom kjøringen: hver
kontrollkode, summene, motregningen, avstemmingen og signaturene. Den tredje kontrollerer hver linje mot kontrollsporet, den fjerde satser, størrelser,
timer og kontoer mot grunnlaget for dem, den femte signaturene mot listene og journalen. Sammenlign disse kontrollkodene med dem som er oppbevart et annet sted:

    manifest     {manifestSha256}
    posteringer  {postings}
    journal      {head}

| mappe | innhold |
| --- | --- |
| run/ | kjøringens mappe slik den ble forseglet, og signaturene ved siden av |
| ledger/ | journalen fra den første handlingen til denne kjøringen ble bokført, én handling per linje |
| {extract} |
| rules/ | regelmodulene, låsen og registrene i programmet som laget dossieret |
| program/ | kontrollprogrammene, til å lese og kjøre |
| docs/ | formatene, byte for byte |

Satsene og antakelsene som ble brukt, med status og kilde, står i run/{runId}/parameters.csv. dossier.json sier om reglene
her er de som kjøringen brukte. Nøkkelen til pseudonymene er ikke med; den som har den, kan gi verify-trace.cjs --key FIL
og få kontrollert hvert blad i begge trærne. Mappen run/ og uttrekket har personopplysninger.
`,
} as const satisfies Translation<typeof auditEn>;
