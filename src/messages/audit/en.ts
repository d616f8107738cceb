const KEEP_FILE = 'Keep the file, find out who changed it, and fetch the last backup.';
const KEEP_FOLDER = 'Keep the folder as evidence, and find out who changed it. When it is written anew from the ledger (approve once more), this one is put aside and not deleted.';
const GIVE_KEY = 'Give --pseudonym-key-file.';
const SEE_LINES = 'See the lines with explain and report the fault.';
const SEE_COVERAGE = 'See coverage, opening_coverage and excluded in the manifest, and report the fault.';

/** Texts of sealing, the access log and verification in English. */
export const auditEn = {
  // Texts of findings and errors of the audit room.
  ACCESS_LOG_REFUSED: 'The access log is not whole: {faults|fault|faults}.',
  'ACCESS_LOG_REFUSED.action': KEEP_FILE,
  PSEUDONYM_KEY_MISSING: 'There is no key of pseudonyms at {file}.',
  'PSEUDONYM_KEY_MISSING.action': 'Point to the key with --pseudonym-key-file, or let import make one.',
  PSEUDONYM_UNKNOWN: 'Nobody in {runId} has the pseudonym {pseudonym} under this key.',
  'PSEUDONYM_UNKNOWN.action': 'Check the pseudonym, the run and the key. Where the snapshot is deleted and the person forgotten, the answer no longer exists.',
  ACCESS_LOG_UNWRITABLE: 'The access log {file} cannot be written ({reason}), and without it nothing about persons is shown.',
  'ACCESS_LOG_UNWRITABLE.action': 'Run from an account that can write in the folder beside the ledger.',
  ACCESS_LOG_OTHER: 'The access log {file} has never had the head {head}. It has {rows|row|rows}; some were removed, or it is another log.',
  'ACCESS_LOG_OTHER.action': KEEP_FILE,
  ACCESS_LOG_NOT_LEDGERS:
    'The ledger has noted row {noted} of the access log {file} with the head {head}; the log has {rows|row|rows} and has never had that head: it was removed, replaced or made anew.',
  'ACCESS_LOG_NOT_LEDGERS.action': 'Keep the file, find out who changed it, and fetch the log from the last backup.',
  ACCESS_LOG_LOST: 'The access log is not the one that the ledger has noted.',
  'ACCESS_LOG_LOST.action': 'Fetch the log from the last backup. Where it is lost for good, approve with --accept access-log and --reason.',
  VERIFY_WITHOUT_ACCESS_LOG: 'NOT CHECKED: the access log, of which the ledger has noted {noted|head|heads}. It does not lie beside this copy.',
  ACCESS_LOG_CUT: 'The access log {file} has {rows|row|rows}, but by {note} row {noted} was written, with another head: the log was emptied, shortened, replaced or made anew.',
  'ACCESS_LOG_CUT.action': 'Keep both files, find out who changed them, and fetch the log from the last backup. Nothing about persons is shown until they agree.',
  ACCESS_NOTE_GONE: 'The access log {file} has {rows|row|rows}, but {note}, which knows which was the last, is gone: the log may have been shortened.',
  'ACCESS_NOTE_GONE.action': 'Find out who removed it, and fetch both files from the last backup. Nothing about persons is shown until it is back.',
  ACCESS_LOG_EMPTIED: 'The access log {file} is empty, but {sample} has been drawn, which always stands in the log: it was emptied or removed.',
  'ACCESS_LOG_EMPTIED.action': 'Find out who removed it, and fetch it from the last backup.',
  ACCESS_NOTE_UNREADABLE: '{file}, which says how far the access log has come, has been changed outside the program.',
  'ACCESS_NOTE_UNREADABLE.action': 'Keep the file, find out who changed it, and fetch it from the last backup together with the access log.',
  ACCESS_LOG_BROKEN: 'The access log {file} has been changed outside the program (row {row}; 0 is the file itself).',
  'ACCESS_LOG_BROKEN.action': KEEP_FILE,
  PSEUDONYM_KEY_UNREADABLE: 'The file {file} holds no key for pseudonyms: what stands there is not hexadecimal digits.',
  'PSEUDONYM_KEY_UNREADABLE.action':
    'Give the right file with --pseudonym-key-file. A key is 64 hexadecimal digits, 0-9 and a-f, on one line and nothing else. With a new key, earlier runs can no longer be traced to persons.',
  PSEUDONYM_KEY_LENGTH: 'The key of pseudonyms in {file} has {digits} digits; it must have 64.',
  'PSEUDONYM_KEY_LENGTH.action': 'Take the whole key from the backup. It has been cut off, or doubled, where it is now.',
  PSEUDONYM_KEY_NOT_FILE: '{file} is no regular file, but a folder, a pipe or a device.',
  'PSEUDONYM_KEY_NOT_FILE.action': 'Point to the key file with --pseudonym-key-file.',
  PSEUDONYM_KEY_LINK: '{file} is a link to a file that does not exist.',
  'PSEUDONYM_KEY_LINK.action': 'Put the key back where the link leads, or give the file with --pseudonym-key-file. No new one is made.',
  PSEUDONYM_KEY_OPEN: 'The key of pseudonyms in {file} can be read or written by others than its owner.',
  'PSEUDONYM_KEY_OPEN.action': 'Run chmod 600 on the file. Whoever may have read it can trace every pseudonym that was handed out to its person: report it.',
  PSEUDONYM_KEY_LOST: 'The key of pseudonyms at {file} is gone. The runs here were made with the key {keyIds}.',
  'PSEUDONYM_KEY_LOST.action':
    'Take the key from the backup, or point to it with --pseudonym-key-file. No new one is made in silence: with it nobody could answer those who have got pseudonyms, and the next run would not know the persons again. If it is lost for good, run makes a new one with --accept new-pseudonym-key=DECISION.',
  PSEUDONYM_KEY_OTHER: 'The key of pseudonyms in {file} is {keyId}. The runs here were made with the key {keyIds}.',
  'PSEUDONYM_KEY_OTHER.action': 'Take the right key from the backup, or point to it with --pseudonym-key-file. If the new one is to hold from now on, run with --accept new-pseudonym-key=DECISION.',

  // Texts of what verification of the signatures beside a run finds.
  VERIFY_SIGNED: '{runId} is signed by {names}. First list of approvers: {anchor}.',
  'VERIFY_SIGNED.action': 'Compare the hash with the one that was kept when the ledger was made.',
  APPROVAL_OTHER_ANCHOR: 'The signatures of {runId} rest on the list of approvers {found}, the ledger on {expected}.',
  'APPROVAL_OTHER_ANCHOR.action': 'Do not trust the folder. Find out who wrote it.',
  APPROVAL_NOT_LEDGERS: 'The ledger holds {expected|signature|signatures} of {runId}, the folder {found}, or they are not the same.',
  'APPROVAL_NOT_LEDGERS.action': KEEP_FOLDER,
  APPROVAL_FOLDER_MISSING: 'The ledger holds {expected|signature|signatures} of {runId}, but none lie beside the folder.',
  'APPROVAL_FOLDER_MISSING.action': 'Find out who removed them. They are written anew from the ledger when sign, attest or approve is run once more.',

  // Texts of what `verify` finds in the files and tables of a run folder.
  VERIFY_RUN_WITHOUT_LEDGER: '{runId} is the id of a run, and there is no such folder here.',
  'VERIFY_RUN_WITHOUT_LEDGER.action': 'Give the ledger with --db, which knows the folder by the id, or give the folder itself.',
  VERIFY_OPEN_TO_OTHERS: '{folder}: others than the owner can read {files}, which name persons.',
  'VERIFY_OPEN_TO_OTHERS.action': 'Set their mode to 0600 (chmod 600), and find out who may have read them.',

  // Texts of what `verify` finds in the trace, the chain and the ledger.
  VERIFY_UNANCHORED: 'NOT CHECKED: whether {runId} was sealed anew, and whether it was approved. The folder was held to itself alone, and whoever can write to it can make all hashes anew.',
  'VERIFY_UNANCHORED.action': 'Compare the manifest hash {manifest} with one that was kept elsewhere, or give --db and --head.',
  VERIFY_HASH_ALONE:
    'NOT CHECKED without --extract or --db: texts of findings.csv and rejected.csv, the hours of hours_basis.csv as such, the count of grunntilskudd in sizing.csv, codes in posted_before.csv and sources in the manifest. They rest on the hash in the manifest alone.',
  VERIFY_WITHOUT_HEAD: 'NOT CHECKED without --head: whether the ledger was rewritten from end to end.',
  'VERIFY_WITHOUT_HEAD.action': 'Give a journal head that was kept elsewhere.',
  VERIFY_WITHOUT_POSTED: 'NOT CHECKED without {path}: whether the ledger is an older copy.',
  'VERIFY_WITHOUT_POSTED.action': 'If the file was removed beside the ledger in use, find out who did it before anything is paid.',
  VERIFY_HEAD_UNKNOWN: 'The ledger has never had the head {head}: the file is an older copy, its history has been rewritten, or the head is of another ledger.',
  'VERIFY_HEAD_UNKNOWN.action': 'Do not use the ledger. Fetch the newest copy and check it with the same head.',
  VERIFY_JOURNAL_OTHER: '{path} exists and is not the beginning of the journal of the ledger: act {sequence} is another or is missing in the ledger. The file has not been touched.',
  'VERIFY_JOURNAL_OTHER.action': 'The ledger is an older copy, has been rewritten, or the file is of another ledger. Keep the file and fetch the newest copy of the ledger.',
  VERIFY_LINE_NOT_LEDGERS: 'The ledger has no such line of the run.',
  VERIFY_LINE_OF_LEDGER: '{file} lacks line {number}, which the ledger has.',
  VERIFY_LEDGER_LINE: 'The ledger has {expected}, the folder {found}.',

  // Texts of what `verify` says of the state of a run, of its tables, and of what it could not check.
  VERIFY_NOT_POSTED: 'Nothing is wrong in the folder, but the run does not count: it is not posted, or counts no more.',
  'VERIFY_NOT_POSTED.action': 'If it is the one that you want to check, give --draft. Never pay or report by it.',
  VERIFY_RUN_DRAFT: '{runId} is a DRAFT: nobody has approved it.',
  VERIFY_RUN_SUPERSEDED: '{runId} is SUPERSEDED BY {supersededBy}, and was never posted.',
  VERIFY_RUN_WITHDRAWN: '{runId} is WITHDRAWN, and was never posted.',
  VERIFY_RUN_ANNULLED: '{runId} is ANNULLED: it was posted, but counts no more.',
  VERIFY_ROLES_UNSIGNED: 'NOT SIGNED: {runId} still lacks the signature of {roles}.',
  VERIFY_STATE_UNKNOWN: 'NOT CHECKED without --db: whether {runId} is posted, or a draft, superseded, withdrawn or annulled.',
  VERIFY_BEFORE_FROM_FOLDER:
    'NOT CHECKED without --db: what was posted and carried before {runId}, and what earlier runs had computed. It was taken from the folder itself (posted_before.csv, balances_before.csv, coverage).',
  VERIFY_BEFORE_WITHOUT_KEY: 'NOT CHECKED without the pseudonym key: what was posted before, person by person. It was compared with the ledger in sum per recipient alone.',
  'VERIFY_BEFORE_WITHOUT_KEY.action': GIVE_KEY,
  VERIFY_NOT_CALCULATED:
    'NOT CHECKED without --extract: whether the extract gives this. Lines, texts of findings.csv and rejected.csv, hours, counts and which assumptions were used are as they were recorded when the run was made.',
  VERIFY_SQL_ALONE:
    'NOT CHECKED without --extract: whether the stored register is the extract. SQL worked the amounts out from it; texts of findings.csv and rejected.csv, hours and which assumptions were used are as they were recorded.',
  VERIFY_UNSIGNED: 'NOT CHECKED: no signatures lie beside {runId}. Whether somebody must have signed, only the ledger knows.',
  'VERIFY_UNSIGNED.action': 'Give --db.',
  VERIFY_ROLES_NOT_BESIDE: 'NOT SIGNED: beside {runId} there is no signature of {roles}.',
  'VERIFY_ROLES_NOT_BESIDE.action': 'A posted run has all of them. Check with --db.',
  VERIFY_NAMES_UNCHECKED: 'NOT CHECKED: names and organisation numbers in payouts.csv of {runId}. The registers that the run used are not here.',
  'VERIFY_NAMES_UNCHECKED.action': 'Unpack the dossier, or give --tables.',
  VERIFY_ACCOUNTS_UNCHECKED: 'NOT CHECKED: accounts, names and organisation numbers in payouts.csv of {runId}. The folder does not hold the recipients file that the run read.',
  VERIFY_FIGURES_OF_FILES: "These rates are the run's own, from the rates files that it read, and not those that ship with the program: {cells}.",
  VERIFY_BROKE_OFF: 'One of the checks could not be finished on what is damaged ({reason}). What else it would have looked at is NOT CHECKED.',

  // Texts of what `verify` finds by calculating a run again, from its extract or in SQL.
  VERIFY_EXTRACT_LACKS: 'The run read {name}, which is not in {file}.',
  VERIFY_EXTRACT_MORE: '{file} has {name}, which the run did not read.',
  'VERIFY_EXTRACT_MORE.action': 'Give the extract as it was when the run read it.',
  VERIFY_EXTRACT_DIFFERS: '{name} is not the one that the run read: SHA-256 is {found}, the run has {expected}.',
  VERIFY_EXTRACT_OTHER: '{file}: {count} of {of|file|files} not as the run read them, so it is not calculated again.',
  'VERIFY_EXTRACT_OTHER.action': 'Give the extract that the run used. If it is that one, its files have been changed since: find out who did it.',
  VERIFY_SNAPSHOT_DIFFERS: 'The files of the extract are the same, but read they become the snapshot {found}; the run used {expected}.',
  'VERIFY_SNAPSHOT_DIFFERS.action': 'Remove or restore other files in the folder, so that it is as when the run read it, or use the version of the program that the manifest names.',
  VERIFY_READING_UNKNOWN: 'The folder does not say how the extract was read (an earlier version made it): here it became the snapshot {found}, the run used {expected}.',
  'VERIFY_READING_UNKNOWN.action': 'Give --columns and --reject-limit as the run had them.',
  VERIFY_ROWS_READ_OTHERWISE: 'NOT CHECKED: {count|row|rows} that are read otherwise today than when the run read them (reading format {format}): {rows}. For them the stored snapshot alone counts.',
  'VERIFY_ROWS_READ_OTHERWISE.action': 'Look at the rows in the extract. They are forms of names and values that the data contract reads in another way now.',
  VERIFY_FINDINGS_LATER:
    'NOT CHECKED: {count|finding|findings} of kinds that runs of format {format} did not search for: {codes}. They were made now, from the same register, and do not belong in the folder.',
  'VERIFY_FINDINGS_LATER.action': 'Run doctor on the extract to see them.',
  VERIFY_EXTRACT_NOT_COMPARED: 'NOT CHECKED: the rest of the extract against the stored snapshot. The rules of today do not read the extract (the run read it in reading format {format}).',
  VERIFY_READING_NOT_STORED: 'NOT CHECKED: the calculation. The run read its extract in reading format {format}, which is no more, and its snapshot is not stored in {folders}.',
  'VERIFY_READING_NOT_STORED.action': 'Give the ledger with --db; the run is then calculated again from the snapshot that lies beside it.',
  VERIFY_FLAG_DIFFERS: '{flag} {given} is not what the run used; it used {had}.',
  'VERIFY_FLAG_DIFFERS.action': 'Leave out {flag}: the run holds its own under seal and does not need it.',
  VERIFY_FLAG_UNUSED: '{flag} {given} is not what the run used; it used no {flag}.',
  'VERIFY_FLAG_UNUSED.action': 'Leave out {flag}.',
  VERIFY_RECIPIENTS_NEEDED: 'The run read a recipients file (SHA-256 {expected}) that the folder does not hold (an earlier version made it).',
  'VERIFY_RECIPIENTS_NEEDED.action': 'Give the file with --recipients.',
  VERIFY_REGISTER_UNKNOWN: 'The run used {name} with SHA-256 {expected}; the program has {found}, and no dossier folder has the right one.',
  'VERIFY_REGISTER_UNKNOWN.action': 'Unpack the dossier of the run and verify the folder there, or use the version of the program that the manifest names.',
  VERIFY_MODULE_DIFFERS: 'The rule module {module} is not the one that the run used: here {found}, the run {expected}.',
  'VERIFY_MODULE_DIFFERS.action': 'Released modules must never change: run norsktilskudd rules check, or use the version of the program that the manifest names.',
  VERIFY_OTHER_LOCK: 'The program has another lock of rules ({found}) than the run ({expected}), but every module that the run used is the same.',
  VERIFY_RECALCULATION_DIFFERS: 'Calculated again it is "{expected}", the folder has "{found}".',
  VERIFY_RECALCULATION_BYTES: '{file}, byte {byte}: calculated again it is something else.',
  VERIFY_PSEUDONYMS_SKIPPED: 'Without the pseudonym key the columns of pseudonyms are taken from the folder and not worked out again: {columns}.',
  'VERIFY_PSEUDONYMS_SKIPPED.action': GIVE_KEY,
  VERIFY_OTHER_BUILD: 'The run was made by {expected}; it is calculated again by {found}.',
  VERIFY_SQL_DIFFERS: '{component} {year}, {what}: SQL gives {sqlNok}, the run {runNok}.',
  'VERIFY_SQL_DIFFERS.action': SEE_LINES,
  VERIFY_SQL_COLUMN: '{component} {year}, {what}: {column} is {expected} by SQL, {found} in the run.',
  'VERIFY_SQL_COLUMN.action': SEE_LINES,
  VERIFY_SQL_NOT_COMPUTED: 'SQL works out {component} of {year} in this run; the manifest does not name it among what was computed.',
  'VERIFY_SQL_NOT_COMPUTED.action': SEE_COVERAGE,
  VERIFY_SQL_NOT_DUE: 'The manifest says that {component} of {year} was computed; by SQL this run must not compute it.',
  'VERIFY_SQL_NOT_DUE.action': SEE_COVERAGE,
  VERIFY_SQL_CANNOT: '{runId} answers {name} with "{found}". SQL can only follow {known}, and has therefore compared nothing.',
  'VERIFY_SQL_CANNOT.action': 'Verify with --extract instead, or extend src/audit/sql with that answer.',
  VERIFY_SQL_UNKNOWN_MODULE: '{runId} rests on {name}, which SQL does not know; it follows {known}, and has therefore compared nothing.',
  'VERIFY_SQL_UNKNOWN_MODULE.action': 'Verify with --extract instead, or extend src/audit/sql with the new rule.',
  VERIFY_SQL_NEEDS_SNAPSHOT: 'SQL needs the register that the run used (snapshot {snapshot}). It is not in {folders}.',
  'VERIFY_SQL_NEEDS_SNAPSHOT.action':
    'Give --db of the ledger that the run belongs to, or the extract with --extract. Where the snapshot was deleted by the rules of retention, the extract is what is left.',
  VERIFY_SNAPSHOT_OTHER: '{file} is the snapshot {found}, not {expected} as its name says and the run used.',
  'VERIFY_SNAPSHOT_OTHER.action': 'Find out who exchanged the file, and fetch it from the backup or give the extract with --extract.',

  // What a controller looks up for an item of the sample.
  'checklist.title': 'Control sample of {runId}',
  'checklist.result': '   Result: ok / error / unclear   Note:',
  'checklist.stratum_held': 'Is the reason for which the amount is held right, and does the kommune know what to correct?',
  'checklist.stratum_protected': 'Does the right kommune receive the money (tried by somebody with access), and is the place written nowhere outside the restricted files?',
  'checklist.stratum_correction': 'Does the cause of the correction agree with what has changed in NIR and in the case?',
  'checklist.stratum_arrears': 'Why does the amount come only the year after, and has it not been paid before in another way?',
  'checklist.stratum_new_rule': 'The rule is new this year: does it give what the regulation and the circular give, worked out by hand?',
  'checklist.stratum_first_time': 'Is the person new to the grant, without an earlier grant under another number?',
  'checklist.stratum_regular': 'Is there anything in the explanation that differs from the case?',
  'checklist.category': 'Category, law, entry and permit in NIR are as in the decision of UDI.',
  'checklist.decision': 'The decision on training exists, is granted and dated as registered.',
  'checklist.places': 'Residence, reception centre and school in the year are as in the population register and at the kommune.',
  'checklist.birth': 'The date of birth is right.',
  'checklist.birth_and_country': 'The date of birth and the country background are right.',
  'checklist.decisions_43g': 'Each decision on extended training exists and is granted, and its date and kommune are as registered.',
  'checklist.count': 'The number on the count date is the one that the kommune has, on the right side of the limits of the steps.',
  'checklist.hours': 'Teaching hours and participant hours are those that the kommune has recorded, and no hour is counted twice.',
  'checklist.last': 'The rate is that of the circular of the year.',
  'checklist.asylum_seeker': 'The person is an asylum seeker, and the entry in NIR is as at UDI.',
  'checklist.asylum_centres': 'The reception centre on entry and the first move to one in another kommune that year are as at UDI.',

  // README of a dossier.
  'dossier.title': '# Dossier of the run {runId}',
  'dossier.rehearsal': 'REHEARSAL: nothing here is a real payment.',
  'dossier.with_extract': 'snapshot/ | the extract that was read, as SQLite; enough to calculate everything again',
  'dossier.without_extract': '(snapshot) | the extract is not here; the manifest has the hash of each of its files',
  'dossier.not_posted': '(the run is not posted)',
  'dossier.year_title': '# Dossier of the grant year {grantYear}',
  'dossier.year': `Everything an auditor needs to check the year, also without the program and without a network. Node 20 or later is needed.

    sha256sum -c SHA256SUMS
    node program/verify-run.cjs {folders}
    node program/verify-trace.cjs {folders}
    node program/verify-figures.cjs {folders}
    node program/verify-approval.cjs {folders} --journal ledger/journal.txt --head {journalHead}
    node program/verify-sample.cjs drawn/RUN --run run/RUN --journal ledger/journal.txt

Hold these heads against what has been kept elsewhere:

    postings  {postingHead}
    journal   {journalHead}

| folder | content |
| --- | --- |
| run/ | the folder of each run as it was sealed; the signatures and the control samples beside it |
| drawn/ | lines of each run, drawn by its posting, each explained down to row, rule and rate; to be checked with verify-sample.cjs |
| register/ | the registers that the runs read, as tables: a row under the id that counts, with its line in the extract |
| snapshot/ | the same as they are stored (SQLite, docs/SNAPSHOT.md) |
| ledger/ | the journal from the first act until the last run was posted, one act a line |
| rules/ | RULEBOOK.md is the law of the calculation, SOURCES.md says what S1, S2, ... are; rule modules, lock, registers, rates |
| program/ | the verifiers, to read and to run |
| docs/ | the formats, byte by byte: trace, ledger, stored register, exports, files of payments |

Rates and assumptions that were used, with status and source, stand in parameters.csv of each run. The key of the pseudonyms is
not here. The folders run/, drawn/, register/ and snapshot/ hold personal data.
`,
  'dossier.body': `Everything an auditor needs to check the run, also without the program and without a network. Node 20 or later is needed.

    sha256sum -c SHA256SUMS
    node program/verify-run.cjs run/{runId}
    node program/verify-trace.cjs run/{runId}
    node program/verify-figures.cjs run/{runId}
    node program/verify-approval.cjs run/{runId}{journal}

The first command says that no file of the archive has changed since it was made. The second goes through the run: every
hash, the sums, the netting, the conservation and the signatures. The third holds every line to the trace, the fourth rates,
sizes, hours and accounts to what they follow from, the fifth the signers to their lists and to the journal. Hold these figures against what has been kept elsewhere:

    manifest  {manifestSha256}
    postings  {postings}
    journal   {head}

| folder | content |
| --- | --- |
| run/ | the run's folder as it was sealed, and the signatures beside it |
| ledger/ | the journal from the first act until this run was posted, one act a line |
| {extract} |
| rules/ | the rule modules, the lock and the registers of the program that made the dossier |
| program/ | the verifiers, to read and to run |
| docs/ | the formats, byte by byte |

The rates and assumptions that were used, with status and source, stand in run/{runId}/parameters.csv. dossier.json says
whether the rules here are those that the run used. The key of the pseudonyms is not here; who has it can give
verify-trace.cjs --key FILE and have every leaf of both trees checked. The folder run/ and the extract hold personal data.
`,
} as const;
