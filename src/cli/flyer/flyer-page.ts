import { create } from 'qrcode';
import type { Opening } from '../../domain/campaign/opening';
import type { Configuration } from '../../protocol/configuration';
import { flyerStyle } from './flyer-style';
import { plainHtml } from '../reply-envelope/drawing-page';
import { eraWords, flyerWords, occasionLines } from './flyer-words';

export interface Flyer {
  readonly municipality: Configuration['municipality'];
  readonly opening: Opening;
  /** As they are to be read: 10時〜16時. */
  readonly hours: string | undefined;
  /** Where the code leads: a page of the municipality's. */
  readonly url: string | undefined;
  /** A data URL. */
  readonly artwork: string | undefined;
}

/** 令和8年11月25日（水） */
function dateWords({ day }: Opening): string {
  return `${eraWords(day)}（${flyerWords.weekdays.charAt(new Date(`${day}T00:00:00Z`).getUTCDay())}）`;
}

function code(url: string): string {
  const { size, data } = create(url, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data, (bit, at) => (bit ? `M${String(at % size)} ${String(Math.floor(at / size))}h1v1h-1z` : ''));
  const side = size + 8;
  const box = `-4 -4 ${String(side)} ${String(side)}`;
  const picture = `<svg viewBox="${box}" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`;
  return `<figure>${picture}${flyerWords.more}</figure>`;
}

function facts({ opening, hours }: Flyer): string {
  const rows = [
    [flyerWords.date, dateWords(opening)],
    ...(hours === undefined ? [] : [[flyerWords.hours, hours] as const]),
    [flyerWords.place, opening.venue],
    [flyerWords.occasion, opening.title],
  ];
  return `<dl>${rows.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${plainHtml(value)}</dd>`).join('')}</dl>`;
}

/** The flyer of one opening as one page that needs nothing beside itself: to be opened, looked at and printed on A4. */
export function flyerPage(flyer: Flyer): string {
  const { municipality, opening, artwork, url } = flyer;
  const line = occasionLines[opening.touchpoint];
  const steps = flyerWords.steps.map((step, index) => `<li><b>${String(index + 1)}</b>${step}</li>`).join('');
  return `<!doctype html>
<html lang="ja"><meta charset="utf-8"><title>${plainHtml(`${opening.venue} ${opening.day}`)}</title><style>${flyerStyle}</style>
<main>
<header><p>${plainHtml(municipality.name)}</p><h1>${flyerWords.headline.map((part) => `<span>${part}</span>`).join('')}</h1>
<p class="free">${flyerWords.free}</p></header>
<div class="middle${artwork === undefined ? '' : ' with-artwork'}">${facts(flyer)}${
    artwork === undefined ? '' : `<img class="artwork" src="${artwork}" alt="">`
  }${line === undefined ? '' : `<p class="line">${line}</p>`}<ol class="steps">${steps}</ol></div>
<footer><div><p>${flyerWords.noForm}</p><p><b>${flyerWords.contact}</b> ${plainHtml(municipality.contact)}</p></div>${
    url === undefined ? '' : code(url)
  }</footer>
</main></html>
`;
}
