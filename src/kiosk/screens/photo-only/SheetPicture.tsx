import { useTranslation } from 'react-i18next';
import type { IdPhoto } from '../../../domain/application/draft';
import { photoLimits } from '../../../domain/photo/photo-limits';
import { rulerMm, type Sheet } from '../../../domain/photo/sheet/sheet';
import { jpegUrl } from '../photo/PhotoPicture';

interface SheetPictureProps {
  readonly sheet: Sheet;
  readonly photo: IdPhoto;
  /** From when to when the photo can be used, beside the ruler. */
  readonly validity: string;
  readonly className: string | undefined;
}

/** The sheet drawn in mm: the preview on screen, and the very thing that is printed. */
export function SheetPicture({ sheet, photo, validity, className }: SheetPictureProps) {
  const { t } = useTranslation();
  const url = jpegUrl(photo);
  const [rulerX, rulerY] = sheet.ruler[0]?.to ?? [0, 0];
  return (
    <svg
      className={className}
      viewBox={`0 0 ${sheet.widthMm} ${sheet.heightMm}`}
      style={{ '--paper-width': `${sheet.widthMm}mm`, '--paper-height': `${sheet.heightMm}mm` } as React.CSSProperties}
      role="img"
      aria-label={t('photoOnly.preview', { count: sheet.photos.length })}
    >
      {sheet.photos.map(({ xMm, yMm }) => (
        <image
          key={`${xMm} ${yMm}`}
          href={url}
          x={xMm}
          y={yMm}
          width={photoLimits.widthMm}
          height={photoLimits.heightMm}
          preserveAspectRatio="none"
        />
      ))}
      {[...sheet.marks, ...sheet.ruler].map(({ from, to }) => (
        <line
          key={`${from.join()} ${to.join()}`}
          x1={from[0]}
          y1={from[1]}
          x2={to[0]}
          y2={to[1]}
          stroke="#737373"
          strokeWidth="0.1"
        />
      ))}
      <text x={rulerX + 1.5} y={rulerY} fontSize="2.5" fill="#737373">
        {rulerMm} mm
      </text>
      <text x={rulerX - rulerMm} y={rulerY - 4} fontSize="2.5" fill="#737373">
        {validity}
      </text>
    </svg>
  );
}
