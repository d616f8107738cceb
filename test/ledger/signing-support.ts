import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  type ActKey,
  type ApprovalInput,
  approvalPayload,
  type BatchInfo,
  type Ledger,
  type ListedPerson,
  listHash,
  listText,
  type SignedList,
  type SigningRole,
} from '../../src/ledger';

/** Somebody with a key. */
export interface Signer extends ListedPerson {
  readonly privateKey: KeyObject;
}

export function signer(name: string, ...roles: SigningRole[]): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return {
    name,
    roles,
    publicKey: der.subarray(-32).toString('hex'),
    validFrom: '2018-01-01',
    validTo: '',
    privateKey,
  };
}

export function signText(by: Signer, text: string): string {
  return sign(null, Buffer.from(text, 'utf8'), by.privateKey).toString('hex');
}

/** The key of somebody for acts that are no approvals. */
export function actKeyOf(by: Signer): ActKey {
  return { sign: (text) => signText(by, text) };
}

/** A version of the approvers list, signed by those given. */
export function approversList(
  persons: readonly Signer[],
  previous?: SignedList,
  by: readonly Signer[] = previous === undefined ? persons.slice(0, 2) : [],
): SignedList {
  return signedBy(
    {
      kind: 'approvers',
      version: (previous?.version ?? 0) + 1,
      validFrom: '2018-01-01',
      previous: previous === undefined ? '' : listHash(previous),
      approvers: '',
      persons: persons.map(({ privateKey: _, ...person }) => person),
      files: [],
      signatures: [],
    },
    by,
  );
}

export function ratesList(
  files: SignedList['files'],
  approvers: SignedList,
  by: readonly Signer[],
  previous?: SignedList,
): SignedList {
  return signedBy(
    {
      kind: 'rates',
      version: (previous?.version ?? 0) + 1,
      validFrom: '2018-01-01',
      previous: previous === undefined ? '' : listHash(previous),
      approvers: listHash(approvers),
      persons: [],
      files,
      signatures: [],
    },
    by,
  );
}

export function signedBy(list: SignedList, by: readonly Signer[]): SignedList {
  return {
    ...list,
    signatures: by.map((person) => ({ name: person.name, signature: signText(person, listText(list)) })),
  };
}

/** What somebody gives with their signature, on the ledger as it stands. */
export function signedInput(
  ledger: Ledger,
  batch: BatchInfo,
  by: Signer,
  role: SigningRole,
  at = '2018-04-02T08:00:00Z',
): ApprovalInput {
  const day = at.slice(0, 10);
  const text = approvalPayload({
    runId: batch.runId,
    role,
    actor: by.name,
    at,
    postingHead: batch.postingHead,
    reviewed: batch,
    approversHash: ledger.listInForce('approvers', day)?.hash ?? '',
    ratesHash: ledger.listInForce('rates', day)?.hash ?? '',
  });
  return { actor: by.name, at, build: 'test', role, reviewed: batch, signature: signText(by, text) };
}
