import { useEffect, useRef } from 'react';
import type { IdPhoto } from '../../../domain/application/draft';

interface PhotoPictureProps {
  readonly photo: IdPhoto;
  readonly alt: string;
  readonly className: string | undefined;
}

/** Draws the photo's bytes on a canvas. No object URL: a photo must not become something the browser keeps. */
export function PhotoPicture({ photo, alt, className }: PhotoPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isCurrent = true;
    void createImageBitmap(new Blob([photo.bytes], { type: 'image/jpeg' })).then((bitmap) => {
      if (isCurrent) canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
    });
    return () => {
      isCurrent = false;
    };
  }, [photo]);
  const isDecoration = alt === '';
  return (
    <canvas
      ref={canvas}
      className={className}
      width={photo.widthPx}
      height={photo.heightPx}
      {...(isDecoration ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
    />
  );
}
