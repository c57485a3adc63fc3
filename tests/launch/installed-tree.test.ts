import { expect, test } from 'vitest';
import { isTreeOfLock, needsInstall } from '../../src/launch/installed-tree.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-windows': { version: '2.0.0', integrity: 'sha512-w', optional: true },
  },
};
const installed = { packages: { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } } };
const state = {
  lockText: JSON.stringify(lock),
  record: JSON.stringify(installed),
  stamp: 'linux x64 115',
  machine: 'linux x64 115',
};

test('a tree that npm made from this lock is left alone, whoever ran npm', () => {
  expect(isTreeOfLock(lock, installed)).toBe(true);
  expect(needsInstall(state)).toBe(false);
  expect(needsInstall({ ...state, stamp: undefined })).toBe(false);
});

test('no tree, another version, other bytes, or a package missing: install', () => {
  expect(needsInstall({ ...state, record: undefined })).toBe(true);
  for (const other of [
    { version: '1.0.1', integrity: 'sha512-a' },
    { version: '1.0.0', integrity: 'sha512-b' },
  ]) {
    expect(isTreeOfLock(lock, { packages: { 'node_modules/a': other } })).toBe(false);
  }
  expect(needsInstall({ ...state, record: '{}' })).toBe(true);
});

test('compiled parts made for another Node: install', () => {
  expect(needsInstall({ ...state, stamp: 'linux x64 108' })).toBe(true);
});
