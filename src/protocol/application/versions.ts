import { emptyApplicant } from '../../domain/applicant/applicant-entry';
import { z } from '../zod';

type Document = Readonly<Record<string, unknown>>;

interface Upgrade {
  readonly from: number;
  /** The document in the shape of the next version, as that one would have written it. */
  readonly upgrade: (document: Document) => Document;
}

const photoField = z.looseObject({}).nullable();

const nothingSaid = Object.fromEntries(Object.keys(emptyApplicant).map((field) => [field, null]));

/** Versions differ only in what they did not ask yet; nothing that one said is left out by the next. */
const upgrades: readonly Upgrade[] = [
  {
    from: 1,
    upgrade: (document) => {
      const photo = photoField.parse(document['photo']);
      return { ...document, photo: photo && { ...photo, report: null } };
    },
  },
  {
    from: 2,
    upgrade: (document) => ({
      kindReason: null,
      isFaceAuthentication: false,
      applicant: nothingSaid,
      isAdultWard: false,
      representative: null,
      foreignResident: null,
      isFromAbroad: false,
      braille: null,
      identityCheck: null,
      ...document,
    }),
  },
];

const versionedSchema = z.looseObject({ schemaVersion: z.int(), photo: photoField });

/** Application.json of an earlier version in the shape of this one; anything else as it is. */
export function inThisVersion(json: unknown): unknown {
  const versioned = versionedSchema.safeParse(json);
  if (!versioned.success) return json;
  return upgrades.reduce<Document>(
    (document, { from, upgrade }) =>
      document['schemaVersion'] === from ? { ...upgrade(document), schemaVersion: from + 1 } : document,
    versioned.data,
  );
}
