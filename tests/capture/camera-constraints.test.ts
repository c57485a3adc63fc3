import { expect, test } from 'vitest';
import { cameraConstraints } from '../../src/capture/camera-constraints';

test('every wish is ideal, so that a lesser camera is still a camera', () => {
  for (const wish of Object.values(cameraConstraints({ facing: 'user', deviceId: 'second' }))) {
    expect(Object.keys(wish as object)).toEqual(['ideal']);
  }
});

test('the largest stream is asked for, as the camera gives it', () => {
  expect(cameraConstraints({ facing: 'environment' })).toMatchObject({
    facingMode: { ideal: 'environment' },
    width: { ideal: 3840 },
    height: { ideal: 2160 },
    resizeMode: { ideal: 'none' },
  });
});

test('a chosen camera goes before the side of the tablet', () => {
  const constraints = cameraConstraints({ facing: 'user', deviceId: 'second' });
  expect(constraints.deviceId).toEqual({ ideal: 'second' });
  expect(constraints).not.toHaveProperty('facingMode');
});
