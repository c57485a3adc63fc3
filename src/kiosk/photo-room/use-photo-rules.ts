import { defaultPhotoRules, type PhotoRules } from '../../domain/photo/photo-rules';
import { useTablet } from '../tablet/tablet-store';

/** What this municipality decides about photos, or the product's own rules where its configuration says nothing. */
export function usePhotoRules(): PhotoRules {
  return useTablet((tablet) => tablet.configuration?.photo) ?? defaultPhotoRules;
}
