/** 本人との関係 */
export const relations = ['father', 'mother', 'guardianOfMinor', 'guardianOfAdult', 'other'] as const;
export type Relation = (typeof relations)[number];

/** 法定代理人, as typed and tapped so far. */
export interface RepresentativeEntry {
  readonly name: string;
  readonly kana: string;
  readonly relation: Relation | undefined;
  /** 本人と同じ住所; undefined: as is usual, see {@link sharesAddress}. */
  readonly sharesAddress: boolean | undefined;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  /** 同席: asked of every representative, because the application is theirs to make. */
  readonly attends: boolean | undefined;
}

export const emptyRepresentative: RepresentativeEntry = {
  name: '',
  kana: '',
  relation: undefined,
  sharesAddress: undefined,
  postalCode: '',
  address: '',
  phone: '',
  attends: undefined,
};
