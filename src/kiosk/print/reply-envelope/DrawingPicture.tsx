import type { Drawing, DrawnText } from '../../../domain/reply-envelope/drawing';

interface DrawingPictureProps {
  readonly drawing: Drawing;
  readonly label: string;
  readonly className: string | undefined;
}

/** A page of lines and words in mm; what is seen on screen is what is printed. */
export function DrawingPicture({ drawing, label, className }: DrawingPictureProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${drawing.widthMm} ${drawing.heightMm}`}
      role="img"
      aria-label={label}
      stroke="#000"
      fill="#000"
    >
      {drawing.lines.map(({ from, to, widthMm, isDashed }) => (
        <line
          key={`${from.join()} ${to.join()} ${widthMm}`}
          x1={from[0]}
          y1={from[1]}
          x2={to[0]}
          y2={to[1]}
          strokeWidth={widthMm}
          {...(isDashed ? { strokeDasharray: '2 1.5' } : {})}
        />
      ))}
      {drawing.texts.map((text) => (
        <Words key={`${text.xMm} ${text.yMm}`} {...text} />
      ))}
    </svg>
  );
}

function Words({ xMm, yMm, sizeMm, text, anchor = 'start', isTurned, isUpright }: DrawnText) {
  return (
    <text
      x={xMm}
      y={yMm}
      fontSize={sizeMm}
      textAnchor={anchor}
      stroke="none"
      {...(isTurned ? { transform: `rotate(180 ${xMm} ${yMm})` } : {})}
      {...(isUpright ? { writingMode: 'vertical-rl' } : {})}
    >
      {text}
    </text>
  );
}
