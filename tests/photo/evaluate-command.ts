import { evaluateFolder, type FileEvaluation } from './evaluate-folder';

const decimals = 3;

/** Prints one JSON line a picture, then on stderr how many were accepted. */
export async function evaluateCommand(folder: string): Promise<void> {
  let [judged, accepted] = [0, 0];
  for await (const evaluation of evaluateFolder(folder)) {
    judged += 1;
    if (evaluation.verdict === 'acceptable') accepted += 1;
    console.log(lineOf(evaluation));
  }
  console.error(`${judged} pictures, ${accepted} acceptable, ${judged - accepted} to be retaken`);
}

function lineOf({ file, verdict, failed, measures, ms }: FileEvaluation): string {
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Number(value.toFixed(decimals)) : value;
  return JSON.stringify({ file, verdict, failed, measures, ms }, rounded);
}
