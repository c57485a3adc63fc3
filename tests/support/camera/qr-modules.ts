/** Modules of a QR code, row by row, 1 for dark. */
export interface QrModules {
  readonly size: number;
  readonly modules: readonly number[];
}
