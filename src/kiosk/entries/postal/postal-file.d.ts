/** The list of postal codes, as the build made it of the installed package. */
declare module 'virtual:postal-file' {
  /** From the server's root; gzip of the text that src/domain/postal/postal-table.ts reads. */
  export const postalFile: { readonly path: string; readonly byteLength: number };
}
