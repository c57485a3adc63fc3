import { StudioDesk } from './studio-desk';
import type { StudioAnswers, StudioQuestion, StudioReply, StudioRequest } from './worker-messages';

const desk = new StudioDesk();

/** One picture at a time, in the order asked. */
let line: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data: { number, question } }: MessageEvent<StudioRequest>) => {
  line = line.then(async () => {
    const answer = await answerTo(question).catch(() => failureOf(question));
    const reply: StudioReply = { number, answer };
    self.postMessage(reply, { transfer: transfersOf(answer) });
  });
});

type Answer = StudioAnswers[keyof StudioAnswers];

async function answerTo(question: StudioQuestion): Promise<Answer> {
  switch (question.kind) {
    case 'load':
      return desk.load(question.paths);
    case 'analyse':
      return desk.analyse(question.picture);
    case 'take':
      return desk.take(question.picture);
    case 'keepLast':
      await desk.keepLast();
      return undefined;
    case 'takeBest':
      return desk.takeBest();
    case 'recut':
      return desk.recut(question.takeId, question.cut);
    case 'inspect':
      return desk.inspect(question.takeId);
    case 'surroundings':
      return desk.surroundings(question.takeId);
    case 'drop':
      desk.drop(question.takeId);
      return undefined;
    case 'clear':
      desk.clear();
      return undefined;
  }
}

function failureOf({ kind }: StudioQuestion): Answer {
  return kind === 'take' || kind === 'takeBest' || kind === 'recut' ? { kind: 'failed' } : undefined;
}

function transfersOf(answer: Answer): Transferable[] {
  if (typeof answer !== 'object') return [];
  if ('picture' in answer) return [answer.picture];
  return 'kind' in answer && answer.kind === 'taken' ? [answer.take.bytes.buffer] : [];
}
