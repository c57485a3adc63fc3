import { defaultPhotoRules, type PhotoRules } from '../../domain/photo/photo-rules';

/** What this municipality decides about photos. */
export function usePhotoRules(): PhotoRules {
  return defaultPhotoRules;
}
