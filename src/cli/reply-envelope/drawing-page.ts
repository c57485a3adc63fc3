import type { Drawing, DrawnLine, DrawnText } from '../../domain/reply-envelope/drawing';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text as it may stand in a page. */
export const plainHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** A drawing as a page that needs nothing beside itself and prints at its size. */
export function drawingPage(drawing: Drawing, title: string): string {
  const [width, height] = [String(drawing.widthMm), String(drawing.heightMm)];
  return `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>${plainHtml(title)}</title><style>
@page { size: ${width}mm ${height}mm; margin: 0 }
body { margin: 0; background: #e8eaee }
svg { display: block; width: ${width}mm; height: ${height}mm; margin: 0 auto; background: #fff;
  font-family: "BIZ UDPGothic", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif }
</style><svg viewBox="0 0 ${width} ${height}" stroke="#000" fill="#000">
${[...drawing.lines.map(line), ...drawing.texts.map(words)].join('\n')}
</svg></html>
`;
}

function line({ from, to, widthMm, isDashed }: DrawnLine): string {
  const [[x1, y1], [x2, y2]] = [from.map(String), to.map(String)];
  const dashes = isDashed ? ' stroke-dasharray="2 1.5"' : '';
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke-width="${String(widthMm)}"${dashes}/>`;
}

function words({ xMm, yMm, sizeMm, text, anchor = 'start', isTurned, isUpright }: DrawnText): string {
  const [x, y] = [String(xMm), String(yMm)];
  const turn = isTurned ? ` transform="rotate(180 ${x} ${y})"` : '';
  const mode = isUpright ? ' writing-mode="vertical-rl"' : '';
  const place = `x="${x}" y="${y}" font-size="${String(sizeMm)}" text-anchor="${anchor}"`;
  return `<text ${place} stroke="none"${turn}${mode}>${plainHtml(text)}</text>`;
}
