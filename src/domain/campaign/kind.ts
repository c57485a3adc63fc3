/** 新規, 更新, 再交付: counted apart, because costs of first issue are paid differently (会計検査). */
export const kinds = ['first', 'renewal', 'reissue'] as const;
export type Kind = (typeof kinds)[number];
