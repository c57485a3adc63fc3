/** 新規, 更新, 再交付: counted apart, because costs of first issue are paid differently (会計検査). */
export const kinds = ['first', 'renewal', 'reissue'] as const;
export type Kind = (typeof kinds)[number];

/**
 * Why an existing card is made anew. `expiry` 有効期限, `certificate` 電子証明書の期限, `lost` 紛失・盗難・焼失,
 * `damaged` 破損, `chipFault` ICチップの不具合, `spaceFull` 追記欄の余白なし, `other` その他.
 */
export const kindReasons = {
  first: [],
  renewal: ['expiry', 'certificate'],
  reissue: ['lost', 'damaged', 'chipFault', 'spaceFull', 'other'],
} as const satisfies Readonly<Record<Kind, readonly string[]>>;
export type KindReason = (typeof kindReasons)[Kind][number];

export const allKindReasons = [...kindReasons.renewal, ...kindReasons.reissue] as const;

/** Whether a reason belongs to this kind: one that was chosen before the kind was changed does not. */
export function isReasonOf(kind: Kind, reason: KindReason | undefined): boolean {
  return kindReasons[kind].some((candidate) => candidate === reason);
}

/** Chosen beforehand. A lost card and a damaged one are told by the resident, so there is none for reissue. */
export const usualReasons: Readonly<Record<Kind, KindReason | undefined>> = {
  first: undefined,
  renewal: 'expiry',
  reissue: undefined,
};
