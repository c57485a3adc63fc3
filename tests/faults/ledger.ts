import type { Applicant } from './page/applicant';

/** What the people at the counter know: who came, and which number each was shown. */
export class Ledger {
  readonly seed: number;
  readonly #confirmed = new Map<string, Applicant>();
  #came = 0;
  /** Whoever was sent off without having seen a number or a refusal: next time the home screen is looked at first. */
  unsettled: Applicant | undefined;

  constructor(seed: number) {
    this.seed = seed;
  }

  get came(): number {
    return this.#came;
  }

  /** Reception number, and the person who was shown it. */
  get confirmed(): ReadonlyMap<string, Applicant> {
    return this.#confirmed;
  }

  next(): Applicant {
    this.#came += 1;
    return { seed: this.seed, number: this.#came };
  }

  /** Throws where the number was shown to somebody else before: no two people may have one. */
  confirm(receptionNumber: string, applicant: Applicant): void {
    const before = this.#confirmed.get(receptionNumber);
    if (before && before.number !== applicant.number) throw new Error('one reception number was shown to two people');
    this.#confirmed.set(receptionNumber, applicant);
  }
}
