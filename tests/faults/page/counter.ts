import type { DeliveryState } from '../../../src/sync/delivery-state';
import type { Figures } from '../../../src/domain/counts/daily-count';
import { ja } from '../../../src/i18n/ja/ja';
import {
  changeDraft,
  goTo,
  leaveApplication,
  signIn,
  startApplication,
  useSession,
} from '../../../src/kiosk/session/session-store';
import { changeStep } from '../../../src/kiosk/session/wizard-moves';
import type { TabletServices } from '../../../src/kiosk/tablet/tablet-services';
import { type Stage, useTablet } from '../../../src/kiosk/tablet/tablet-store';
import { type Applicant, draftOf } from './applicant';
import { findButton, isShown, whenScreen } from './screen';

/** What came of an application, as its person saw it. */
export type Served =
  | { readonly kind: 'confirmed'; readonly receptionNumber: string }
  /** The check screen says so, and the application is still there. */
  | { readonly kind: 'problem'; readonly problem: SealProblem }
  /** The application is gone from the screen without a number. */
  | { readonly kind: 'gone' };

export type SealProblem = keyof typeof ja.wizard.check.problem;

export interface CounterState {
  readonly stage: Stage;
  readonly version: string;
  readonly figures: Figures;
  readonly delivery: DeliveryState;
  readonly isUpdateWaiting: boolean;
}

/** What a fault run asks of the kiosk's page: an attendant's hands and eyes. */
export interface Counter {
  readonly state: () => CounterState;
  /** Up to the seal button: everything before the check screen is filled in, consent is given there. */
  readonly begin: (applicant: Applicant) => Promise<void>;
  /** The same, and touches it. */
  readonly serve: (applicant: Applicant) => Promise<Served>;
  /** Whether an application is on the screen. */
  readonly hasApplication: () => boolean;
  /** Touches the seal button of the application that is still on the screen. */
  readonly sealAgain: () => Promise<Served>;
  /** The last number that the home screen shows; null where it shows none within a second. */
  readonly lastNumber: () => Promise<string | null>;
  readonly sendNow: () => void;
  /** As it is offered: on the home screen. */
  readonly applyUpdate: () => Promise<void>;
}

export function createCounter(services: TabletServices): Counter {
  const { sendNow, applyUpdate } = services;
  const begin: Counter['begin'] = async (applicant) => {
    // From the number just given straight to the next person, as the button there does it.
    if (useSession.getState().place.kind !== 'sealed') await comeHome();
    // Clocks are turned by years here, and hundreds wait: the day goes on where the product would stop it.
    useTablet.setState({ workNotices: [] });
    startApplication();
    changeDraft(draftOf(applicant));
    changeStep('check');
    const consent = await whenScreen(() => document.querySelector<HTMLInputElement>('input[type=checkbox]') ?? undefined);
    consent.click();
  };
  return {
    state: () => {
      const { stage, figures, delivery, isUpdateWaiting } = useTablet.getState();
      return { stage, version: __APP_VERSION__, figures, delivery, isUpdateWaiting };
    },
    begin,
    serve: async (applicant) => {
      await begin(applicant);
      return pressSeal();
    },
    hasApplication: () => useSession.getState().draft !== undefined,
    sealAgain: pressSeal,
    lastNumber: async () => {
      await comeHome();
      const label = ja.session.home.lastNumber;
      const find = (): string | undefined =>
        [...document.querySelectorAll('p')].find(({ textContent }) => textContent.includes(label))?.querySelector('strong')
          ?.textContent ?? undefined;
      return whenScreen(find, 1000).catch(() => null);
    },
    sendNow,
    applyUpdate: async () => {
      await comeHome();
      await applyUpdate();
    },
  };
}

/** To the home screen of the first opening, from wherever the page is. */
export async function comeHome(): Promise<void> {
  await whenScreen(() => (useTablet.getState().stage === 'ready' ? true : undefined));
  const { place } = useSession.getState();
  if (place.kind === 'signIn') {
    const { openings = [], attendants = [] } = useTablet.getState().configuration ?? {};
    const [opening, attendant] = [openings[0], attendants[0]];
    if (!opening || !attendant) throw new Error('the configuration names no opening or nobody');
    signIn(opening, attendant);
  } else if (place.kind === 'wizard' || place.kind === 'sealed') leaveApplication();
  else goTo({ kind: 'home' });
  await whenScreen(() => (isShown(ja.session.home.title) ? true : undefined));
}

async function pressSeal(): Promise<Served> {
  const words: readonly string[] = [ja.wizard.check.seal, ja.common.action.retry];
  const button = await whenScreen(() => findButton(words));
  button.click();
  if (!useSession.getState().isSealing) throw new Error('the button did not seal');
  // Lets the page take back what it said of the try before.
  await new Promise((resolve) => setTimeout(resolve));
  return whenScreen(readOutcome, 60_000);
}

function readOutcome(): Served | undefined {
  const { place, isSealing, draft } = useSession.getState();
  if (place.kind === 'sealed') {
    const receptionNumber = document.querySelector('h1')?.textContent ?? '';
    return isShown(ja.wizard.sealed.done) ? { kind: 'confirmed', receptionNumber } : undefined;
  }
  if (!draft) return { kind: 'gone' };
  if (isSealing && !isShown(ja.wizard.check.problem.unknown)) return undefined;
  const problem = findProblem();
  return problem && { kind: 'problem', problem };
}

function findProblem(): SealProblem | undefined {
  const problems = Object.entries(ja.wizard.check.problem) as readonly [SealProblem, string][];
  return problems.find(([, text]) => isShown(text))?.[0];
}
