import type { Catalogue } from './catalogue';

const UNCHANGED = {
  nb: 'Bruk en uendret kopi av mappen, og finn ut hvem som har endret denne.',
  en: 'Use an unchanged copy of the folder, and find out who changed this one.',
};
const NOTHING = { nb: '', en: '' };

/** Texts of what `verify` finds by calculating a run again, from its extract or in SQL. */
export const verifyAgainMessages = {
  VERIFY_EXTRACT_NO_FOLDER: {
    text: { nb: 'Det er ingen mappe {file}.', en: 'There is no folder {file}.' },
    action: {
      nb: 'Oppgi mappen med uttrekket som kjøringen brukte, med --extract.',
      en: 'Give the folder of the extract that the run used with --extract.',
    },
  },
  VERIFY_EXTRACT_LACKS: {
    text: {
      nb: 'Kjøringen leste {name}, som ikke finnes i {file}.',
      en: 'The run read {name}, which is not in {file}.',
    },
    action: NOTHING,
  },
  VERIFY_EXTRACT_MORE: {
    text: {
      nb: '{file} har {name}, som kjøringen ikke leste.',
      en: '{file} has {name}, which the run did not read.',
    },
    action: {
      nb: 'Oppgi uttrekket slik det var da kjøringen leste det.',
      en: 'Give the extract as it was when the run read it.',
    },
  },
  VERIFY_EXTRACT_DIFFERS: {
    text: {
      nb: '{name} er ikke den som kjøringen leste: SHA-256 er {found}, kjøringen har {expected}.',
      en: '{name} is not the one that the run read: SHA-256 is {found}, the run has {expected}.',
    },
    action: NOTHING,
  },
  VERIFY_EXTRACT_OTHER: {
    text: {
      nb: '{count} av {of|fil|filer} i {file} er ikke som da kjøringen leste dem, så den er ikke regnet ut på nytt.',
      en: '{file}: {count} of {of|file|files} not as the run read them, so it is not calculated again.',
    },
    action: {
      nb: 'Oppgi uttrekket som kjøringen brukte. Er det det, er filene endret siden: finn ut hvem som har gjort det.',
      en: 'Give the extract that the run used. If it is that one, its files have been changed since: find out who did it.',
    },
  },
  VERIFY_SNAPSHOT_DIFFERS: {
    text: {
      nb: 'Filene i uttrekket er de samme, men lest inn blir de øyeblikksbildet {found}; kjøringen brukte {expected}.',
      en: 'The files of the extract are the same, but read they become the snapshot {found}; the run used {expected}.',
    },
    action: {
      nb: 'Ta bort eller legg tilbake andre filer i mappen, så den er som da kjøringen leste den, eller bruk programversjonen som manifestet nevner.',
      en: 'Remove or restore other files in the folder, so that it is as when the run read it, or use the version of the program that the manifest names.',
    },
  },
  VERIFY_READING_UNKNOWN: {
    text: {
      nb: 'Mappen sier ikke hvordan uttrekket ble lest (en eldre programversjon laget den): her ble det øyeblikksbildet {found}, kjøringen brukte {expected}.',
      en: 'The folder does not say how the extract was read (an earlier version made it): here it became the snapshot {found}, the run used {expected}.',
    },
    action: {
      nb: 'Oppgi --columns og --reject-limit slik kjøringen hadde dem.',
      en: 'Give --columns and --reject-limit as the run had them.',
    },
  },
  VERIFY_ROWS_READ_OTHERWISE: {
    text: {
      nb: 'IKKE KONTROLLERT: {count|rad|rader} som leses annerledes i dag enn da kjøringen leste dem (leseformat {format}): {rows}. For dem gjelder det lagrede øyeblikksbildet alene.',
      en: 'NOT CHECKED: {count|row|rows} that are read otherwise today than when the run read them (reading format {format}): {rows}. For them the stored snapshot alone counts.',
    },
    action: {
      nb: 'Se på radene i uttrekket. Det er former av navn og verdier som datakontrakten leser på en annen måte nå.',
      en: 'Look at the rows in the extract. They are forms of names and values that the data contract reads in another way now.',
    },
  },
  VERIFY_FINDINGS_LATER: {
    text: {
      nb: 'IKKE KONTROLLERT: {count|funn|funn} av slag som kjøringer av format {format} ikke ble sjekket for: {codes}. De er gjort nå, med det samme registeret, og hører ikke til i mappen.',
      en: 'NOT CHECKED: {count|finding|findings} of kinds that runs of format {format} did not search for: {codes}. They were made now, from the same register, and do not belong in the folder.',
    },
    action: {
      nb: 'Kjør doctor på uttrekket for å se dem.',
      en: 'Run doctor on the extract to see them.',
    },
  },
  VERIFY_EXTRACT_NOT_COMPARED: {
    text: {
      nb: 'IKKE KONTROLLERT: resten av uttrekket mot det lagrede øyeblikksbildet. Uttrekket leses ikke av reglene som gjelder nå (kjøringen leste det i leseformat {format}).',
      en: 'NOT CHECKED: the rest of the extract against the stored snapshot. The rules of today do not read the extract (the run read it in reading format {format}).',
    },
    action: NOTHING,
  },
  VERIFY_READING_NOT_STORED: {
    text: {
      nb: 'IKKE KONTROLLERT: beregningen. Kjøringen leste uttrekket i leseformat {format}, som ikke finnes lenger, og øyeblikksbildet dens er ikke lagret i {folders}.',
      en: 'NOT CHECKED: the calculation. The run read its extract in reading format {format}, which is no more, and its snapshot is not stored in {folders}.',
    },
    action: {
      nb: 'Oppgi hovedboken med --db, så blir kjøringen regnet ut på nytt fra øyeblikksbildet som ligger ved siden av den.',
      en: 'Give the ledger with --db; the run is then calculated again from the snapshot that lies beside it.',
    },
  },
  VERIFY_FLAG_DIFFERS: {
    text: {
      nb: '{flag} {given} er ikke det kjøringen brukte; den brukte {had}.',
      en: '{flag} {given} is not what the run used; it used {had}.',
    },
    action: {
      nb: 'Ta bort {flag}: kjøringen har sitt eget forseglet og trenger det ikke.',
      en: 'Leave out {flag}: the run holds its own under seal and does not need it.',
    },
  },
  VERIFY_FLAG_UNUSED: {
    text: {
      nb: '{flag} {given} er ikke det kjøringen brukte; den brukte ingen {flag}.',
      en: '{flag} {given} is not what the run used; it used no {flag}.',
    },
    action: { nb: 'Ta bort {flag}.', en: 'Leave out {flag}.' },
  },
  VERIFY_RECIPIENTS_NEEDED: {
    text: {
      nb: 'Kjøringen leste en mottakerfil (SHA-256 {expected}) som mappen ikke har (en eldre programversjon laget den).',
      en: 'The run read a recipients file (SHA-256 {expected}) that the folder does not hold (an earlier version made it).',
    },
    action: { nb: 'Oppgi filen med --recipients.', en: 'Give the file with --recipients.' },
  },
  VERIFY_REGISTER_UNKNOWN: {
    text: {
      nb: 'Kjøringen brukte {name} med SHA-256 {expected}; programmets er {found}, og ingen dossiermappe har den riktige.',
      en: 'The run used {name} with SHA-256 {expected}; the program has {found}, and no dossier folder has the right one.',
    },
    action: {
      nb: 'Pakk ut dossieret til kjøringen og kontroller mappen der, eller bruk programversjonen som manifestet nevner.',
      en: 'Unpack the dossier of the run and verify the folder there, or use the version of the program that the manifest names.',
    },
  },
  VERIFY_MODULE_DIFFERS: {
    text: {
      nb: 'Regelmodulen {module} er ikke den kjøringen brukte: her {found}, kjøringen {expected}.',
      en: 'The rule module {module} is not the one that the run used: here {found}, the run {expected}.',
    },
    action: {
      nb: 'Frigitte moduler skal aldri endres: kjør rules check, eller bruk programversjonen som manifestet nevner.',
      en: 'Released modules must never change: run rules check, or use the version of the program that the manifest names.',
    },
  },
  VERIFY_OTHER_LOCK: {
    text: {
      nb: 'Programmet har en annen regellås ({found}) enn kjøringen ({expected}), men hver modul som kjøringen brukte, er den samme.',
      en: 'The program has another lock of rules ({found}) than the run ({expected}), but every module that the run used is the same.',
    },
    action: NOTHING,
  },
  VERIFY_INPUT_DIFFERS: {
    text: {
      nb: '{name} er ikke det kjøringen brukte: her {found}, kjøringen {expected}.',
      en: '{name} is not what the run used: here {found}, the run {expected}.',
    },
    action: UNCHANGED,
  },
  VERIFY_RECALCULATION_DIFFERS: {
    text: {
      nb: 'Ny beregning gir «{expected}», mappen har «{found}».',
      en: 'Calculated again it is "{expected}", the folder has "{found}".',
    },
    action: NOTHING,
  },
  VERIFY_RECALCULATION_BYTES: {
    text: {
      nb: '{file}, byte {byte}: ny beregning gir noe annet.',
      en: '{file}, byte {byte}: calculated again it is something else.',
    },
    action: NOTHING,
  },
  VERIFY_PSEUDONYMS_SKIPPED: {
    text: {
      nb: 'Uten pseudonymnøkkelen er kolonnene med pseudonymer tatt fra mappen og ikke regnet ut på nytt: {columns}.',
      en: 'Without the pseudonym key the columns of pseudonyms are taken from the folder and not worked out again: {columns}.',
    },
    action: { nb: 'Oppgi --pseudonym-key-file.', en: 'Give --pseudonym-key-file.' },
  },
  VERIFY_OTHER_BUILD: {
    text: {
      nb: 'Kjøringen ble laget av {expected}; det er {found} som regner på nytt.',
      en: 'The run was made by {expected}; it is calculated again by {found}.',
    },
    action: NOTHING,
  },
  VERIFY_SQL_DIFFERS: {
    text: {
      nb: '{component} {year}, {what}: SQL gir {sqlNok}, kjøringen {runNok}.',
      en: '{component} {year}, {what}: SQL gives {sqlNok}, the run {runNok}.',
    },
    action: { nb: 'Se linjene med explain og meld feilen.', en: 'See the lines with explain and report the fault.' },
  },
  VERIFY_SQL_COLUMN: {
    text: {
      nb: '{component} {year}, {what}: {column} er {expected} etter SQL, {found} i kjøringen.',
      en: '{component} {year}, {what}: {column} is {expected} by SQL, {found} in the run.',
    },
    action: { nb: 'Se linjene med explain og meld feilen.', en: 'See the lines with explain and report the fault.' },
  },
  VERIFY_SQL_NOT_COMPUTED: {
    text: {
      nb: 'SQL regner ut {component} for {year} i denne kjøringen; manifestet har det ikke blant det som er regnet ut.',
      en: 'SQL works out {component} of {year} in this run; the manifest does not name it among what was computed.',
    },
    action: {
      nb: 'Se coverage, opening_coverage og excluded i manifestet, og meld feilen.',
      en: 'See coverage, opening_coverage and excluded in the manifest, and report the fault.',
    },
  },
  VERIFY_SQL_NOT_DUE: {
    text: {
      nb: 'Manifestet sier at {component} for {year} er regnet ut; etter SQL skal det ikke regnes ut i denne kjøringen.',
      en: 'The manifest says that {component} of {year} was computed; by SQL this run must not compute it.',
    },
    action: {
      nb: 'Se coverage, opening_coverage og excluded i manifestet, og meld feilen.',
      en: 'See coverage, opening_coverage and excluded in the manifest, and report the fault.',
    },
  },
  VERIFY_SQL_CANNOT: {
    text: {
      nb: '{runId} svarer «{found}» på {name}. SQL kan bare følge {known}, og har derfor ikke sammenlignet noe.',
      en: '{runId} answers {name} with "{found}". SQL can only follow {known}, and has therefore compared nothing.',
    },
    action: {
      nb: 'Kontroller med --extract i stedet, eller utvid src/audit/sql med svaret.',
      en: 'Verify with --extract instead, or extend src/audit/sql with that answer.',
    },
  },
  VERIFY_SQL_UNKNOWN_MODULE: {
    text: {
      nb: '{runId} bygger på {name}, som SQL ikke kjenner; den følger {known}, og har derfor ikke sammenlignet noe.',
      en: '{runId} rests on {name}, which SQL does not know; it follows {known}, and has therefore compared nothing.',
    },
    action: {
      nb: 'Kontroller med --extract i stedet, eller utvid src/audit/sql med den nye regelen.',
      en: 'Verify with --extract instead, or extend src/audit/sql with the new rule.',
    },
  },
  VERIFY_SQL_NEEDS_SNAPSHOT: {
    text: {
      nb: 'SQL trenger registeret som kjøringen brukte (øyeblikksbildet {snapshot}). Det finnes ikke i {folders}.',
      en: 'SQL needs the register that the run used (snapshot {snapshot}). It is not in {folders}.',
    },
    action: {
      nb: 'Oppgi --db for hovedboken som kjøringen hører til, eller uttrekket med --extract. Er øyeblikksbildet slettet etter reglene for lagring, gjenstår uttrekket.',
      en: 'Give --db of the ledger that the run belongs to, or the extract with --extract. Where the snapshot was deleted by the rules of retention, the extract is what is left.',
    },
  },
  VERIFY_SNAPSHOT_OTHER: {
    text: {
      nb: '{file} er øyeblikksbildet {found}, ikke {expected} som navnet sier og kjøringen brukte.',
      en: '{file} is the snapshot {found}, not {expected} as its name says and the run used.',
    },
    action: {
      nb: 'Finn ut hvem som har byttet filen, og hent den fra sikkerhetskopien eller oppgi uttrekket med --extract.',
      en: 'Find out who exchanged the file, and fetch it from the backup or give the extract with --extract.',
    },
  },
} satisfies Catalogue;
