import { isFirstReceipt, type LineWork } from './line-work';
import { bytesOfAnswer, bytesOfRequest, passOn, passOnPart } from './exchange';
import { forgeReceipt, receiptAnswer, wrongAnswers } from './wrong-answers';

/** Does one fault to one upload. Resolves with whether the fault really happened. */
type LineFault = (work: LineWork) => Promise<boolean>;

const longestDelayMs = 1500;
const mostCopies = 8;

/** What a line, or somebody on it, can do to an upload. */
export const lineFaults = {
  cutRequest: async ({ server, request, random, give }) => {
    const bytes = bytesOfRequest(request);
    const isCut = await passOnPart(server, bytes.subarray(0, Math.floor(random() * bytes.length)));
    give.nothing();
    return isCut;
  },
  /** The server has it, and the tablet does not know: at every byte of the answer, the first included. */
  cutAnswer: async ({ server, request, random, give }) => {
    const answer = await passOn(server, request);
    if (!answer) return give.nothing();
    const bytes = bytesOfAnswer(answer);
    give.part(bytes.subarray(0, Math.floor(random() * bytes.length)));
    return true;
  },
  delayedRequest: async ({ server, request, random, give }) => {
    await pass(random() * longestDelayMs);
    return give.answer(await passOn(server, request));
  },
  delayedAnswer: async ({ server, request, random, give }) => {
    const answer = await passOn(server, request);
    await pass(random() * longestDelayMs);
    return give.answer(answer);
  },
  drippingAnswer: async ({ server, request, give }) => {
    const answer = await passOn(server, request);
    return answer ? give.drip(bytesOfAnswer(answer)) : give.nothing();
  },
  duplicated: async ({ server, request, random, give }) => {
    const copies = 2 + Math.floor(random() * (mostCopies - 1));
    const answers = await Promise.all(Array.from({ length: copies }, () => passOn(server, request)));
    return give.answer(answers[Math.floor(random() * copies)]);
  },
  /** An old upload comes once more, behind newer ones. */
  replayed: async ({ server, request, give, memory }) => {
    const { request: old } = memory;
    memory.request = request;
    const [answer, again] = await Promise.all([passOn(server, request), old && passOn(server, old)]);
    give.answer(answer);
    return again !== undefined;
  },
  mangledBody: async ({ server, request, random, give }) => {
    const body = Buffer.from(request.body);
    const at = Math.floor(random() * body.length);
    body[at] = (body[at] ?? 0) ^ 0x20;
    return give.answer(await passOn(server, { ...request, body }));
  },
  forgedReceipt: async ({ server, request, give }) => {
    const answer = await passOn(server, request);
    if (!isFirstReceipt(answer)) return give.answer(answer) && false;
    return give.answer(receiptAnswer(forgeReceipt(answer.body.toString())));
  },
  /** The server never saw this one, and somebody answers with what it said of another. */
  receiptOfAnother: ({ give, memory }) => Promise.resolve(memory.receipt ? give.answer(receiptAnswer(memory.receipt)) : false),
  ...(Object.fromEntries(Object.entries(wrongAnswers).map(([name, answer]) => [name, answerWith(answer)])) as Record<
    keyof typeof wrongAnswers,
    LineFault
  >),
} as const satisfies Record<string, LineFault>;

export type LineFaultName = keyof typeof lineFaults;
export const lineFaultNames = Object.keys(lineFaults) as readonly LineFaultName[];

function answerWith(answer: (typeof wrongAnswers)[keyof typeof wrongAnswers]): LineFault {
  return ({ random, give }) => Promise.resolve(give.answer(answer(random)));
}

function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
