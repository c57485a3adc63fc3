import { useEffect } from 'react';
import { openPhotoRoom } from '../../photo-room/photo-room';
import { IdleGuard } from '../../session/IdleGuard';
import { PhotoStep } from '../photo/PhotoStep';
import { PhotoSheet } from './PhotoSheet';

/** 写真のみ: the free photo for those who apply by post, and its sheet. Nothing is sealed, nothing is kept. */
export function PhotoOnlyScreen({ step }: { readonly step: 'photo' | 'sheet' }) {
  useEffect(openPhotoRoom, []);
  return <IdleGuard>{step === 'photo' ? <PhotoStep /> : <PhotoSheet />}</IdleGuard>;
}
