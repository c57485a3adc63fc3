import { counts } from './counts';
import { group } from './group/group';
import { office } from './office';
import { photo } from './photo/photo';
import { photoOnly } from './photo/photo-only';
import { transfer } from './transfer/transfer';
import { wizard } from './wizard';

/** What only screens say that load when they are needed. */
export const afterHome = { counts, group, office, photo, photoOnly, transfer, wizard } as const;
