import * as THREE from 'three';
import { SURFACE, surfaceVertex, surfaceFragment, depthFragment } from './shaders.js';

const linear = hex => { const c = new THREE.Color(hex); return new THREE.Vector3(c.r, c.g, c.b); };

// Tones are those of planed and oiled boards; figure = ring spacing (cm), ring, fibre and pore contrast.
export const WOODS = {
  beech: { light: '#e3bd92', dark: '#a9743f', figure: [0.9, 0.28, 0.34, 0.16], gloss: 0.05 },
  maple: { light: '#f0dcba', dark: '#c09a68', figure: [1.0, 0.26, 0.22, 0.04], gloss: 0.06 },
  oak: { light: '#d9b684', dark: '#85602f', figure: [0.55, 0.45, 0.40, 0.42], gloss: 0.04 },
  walnut: { light: '#8f6242', dark: '#3a2216', figure: [0.75, 0.62, 0.42, 0.35], gloss: 0.06 },
  cherry: { light: '#c98a5c', dark: '#7d4526', figure: [0.85, 0.40, 0.28, 0.10], gloss: 0.06 },
  paulownia: { light: '#eddfc6', dark: '#b5966c', figure: [1.7, 0.42, 0.30, 0.20], gloss: 0.02 },
  pine: { light: '#f0d49c', dark: '#b9772f', figure: [1.15, 0.62, 0.20, 0.02], gloss: 0.04 },
  rosewood: { light: '#8a3f26', dark: '#2f0f0b', figure: [0.6, 0.60, 0.42, 0.30], gloss: 0.10 },
  ebony: { light: '#4a3a31', dark: '#16100d', figure: [0.6, 0.50, 0.42, 0.20], gloss: 0.12 },
  boxwood: { light: '#e9c877', dark: '#b98d3c', figure: [0.35, 0.30, 0.25, 0.03], gloss: 0.10 },
};

const blank = new THREE.DataTexture(new Uint8Array([255, 255, 255, 255]), 1, 1);
blank.needsUpdate = true;

function surface(kind, { light, dark = light, figure = [1, 0, 0, 0], gloss = 0.04, seed = 0, opacity = 1, picture = blank, grain }) {
  const uniforms = {
    kind: { value: kind }, lightTone: { value: linear(light) }, darkTone: { value: linear(dark) },
    figure: { value: new THREE.Vector4(...figure) }, gloss: { value: gloss }, seed: { value: seed },
    opacity: { value: opacity }, picture: { value: picture }, grain: { value: grain ?? new THREE.Matrix4() },
  };
  return { uniforms };
}

const AXES = {
  x: new THREE.Matrix4(),
  y: new THREE.Matrix4().set(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1),
  z: new THREE.Matrix4().set(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1),
};

let seeds = 0;
/** Restarts the row of seeds, so that a design looks the same whichever designs were built before it. */
export const restartSeeds = first => { seeds = first; };

/** Wood of a species with its grain along one axis of the part; each part comes from another place of the tree. */
export const wood = (species, axis = 'x') => surface(SURFACE.wood, {
  ...WOODS[species], seed: (seeds += 0.618), grain: AXES[axis],
});
export const bamboo = (axis = 'x', carbonised = false) => surface(SURFACE.bamboo, {
  light: carbonised ? '#c99a5e' : '#efd9a0', dark: carbonised ? '#7f5427' : '#b98f4a', gloss: 0.06,
  seed: (seeds += 0.618), grain: AXES[axis],
});
export const paint = (colour, gloss = 0.04) => surface(SURFACE.paint, { light: colour, gloss });
export const metal = (colour = '#d9b25f') => surface(SURFACE.metal, { light: colour, gloss: 0.5 });
export const rope = (light = '#dcc08e', dark = '#8c6a3a', turns = 60) => surface(SURFACE.rope, {
  light, dark, figure: [turns, 0, 0, 0], gloss: 0,
});
/** Cloth, paper or painted board: the colours and the cut-out come from a drawn canvas. */
export function cloth(canvas, { gloss = 0.02, opacity = 1 } = {}) {
  const picture = new THREE.CanvasTexture(canvas);
  picture.colorSpace = THREE.NoColorSpace;
  picture.anisotropy = 4;
  picture.wrapS = THREE.RepeatWrapping;
  return surface(SURFACE.cloth, { light: '#ffffff', gloss, opacity, picture });
}

/** Turns a surface description into the two programs that draw it: seen by the camera, seen by the light. */
export function programs(description, shared) {
  const base = { glslVersion: THREE.GLSL3, side: THREE.DoubleSide, vertexShader: surfaceVertex };
  const uniforms = { ...description.uniforms, ...shared };
  return {
    seen: new THREE.ShaderMaterial({ ...base, uniforms, fragmentShader: surfaceFragment }),
    depth: new THREE.ShaderMaterial({ ...base, uniforms, fragmentShader: depthFragment }),
  };
}
