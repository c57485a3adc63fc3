/** The files of the photo analysis, as the build cut them out of the installed packages. */
declare module 'virtual:model-files' {
  export type ModelName = 'runtimeScript' | 'runtimeWasm' | 'faceDetector' | 'faceMesh' | 'personMask' | 'headParts';

  export interface ModelFile {
    readonly name: ModelName;
    /** From the server's root; it carries the digest's first 16 digits, so it never changes under a name. */
    readonly path: string;
    readonly byteLength: number;
    /** Hex. */
    readonly sha256: string;
    /** Whether photos can be judged without it. */
    readonly isOptional: boolean;
  }

  export const modelFiles: readonly ModelFile[];
}
