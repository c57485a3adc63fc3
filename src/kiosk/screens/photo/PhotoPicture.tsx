import { useMemo } from 'react';
import type { IdPhoto } from '../../../domain/application/draft';

interface PhotoPictureProps {
  readonly photo: IdPhoto;
  readonly alt: string;
  readonly className: string | undefined;
}

/** Shows the photo's very bytes, as a data URL: Blobs may be moved to the disk when memory is short. */
export function PhotoPicture({ photo, alt, className }: PhotoPictureProps) {
  const url = useMemo(() => jpegUrl(photo), [photo]);
  return <img src={url} alt={alt} className={className} width={photo.widthPx} height={photo.heightPx} />;
}

const chunkBytes = 8192;

/** A photo's bytes as an address that an image can show. */
export function jpegUrl({ bytes }: Pick<IdPhoto, 'bytes'>): string {
  let binary = '';
  for (let from = 0; from < bytes.byteLength; from += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(from, from + chunkBytes));
  }
  return `data:image/jpeg;base64,${btoa(binary)}`;
}
