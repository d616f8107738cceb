import { NorsktilskuddError } from '../../domain';
import type { Installation } from '../installation';

/** Who acts, and why, where that is another than the one of the installation. */
export interface ActOptions {
  readonly actor?: string;
  readonly reason?: string;
  /** The clock of the machine is right, though far ahead of the ledger. */
  readonly acceptClock?: boolean;
}

/** An installation, and who acts in it. */
export class Acting {
  readonly #installation: Installation;

  constructor(installation: Installation) {
    this.#installation = installation;
  }

  /** Not kept as a field: whoever prints the object would print its passphrase. */
  protected get installation(): Installation {
    return this.#installation;
  }

  /** Whoever is named, else the one of the installation. @throws NorsktilskuddError usage FLAG_MISSING */
  protected actorOf(given: string | undefined): string {
    const actor = given ?? this.#installation.as;
    if (actor === undefined) throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: 'actor' });
    return actor;
  }

  /** An act with whoever does it. @throws as actorOf() */
  protected actOf<T extends { readonly actor?: string }>(act: T): Omit<T, 'actor'> & { readonly actor: string } {
    return { ...act, actor: this.actorOf(act.actor) };
  }
}
