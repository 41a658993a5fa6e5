import * as THREE from 'three';
import { programs } from './materials.js';
import { dice } from './shapes.js';
import { developFragment, lightFragment, LIGHTS, screenVertex } from './shaders.js';

// Where the camera stands and which way is up, as the Chinese view names mean them: the front looks along -z,
// the view from above has the front at its lower edge, the view from below has it at its upper edge.
export const VIEWS = {
  front: { zh: '主视图', from: [0, 0, 1], up: [0, 1, 0] },
  back: { zh: '后视图', from: [0, 0, -1], up: [0, 1, 0] },
  left: { zh: '左视图', from: [-1, 0, 0], up: [0, 1, 0] },
  right: { zh: '右视图', from: [1, 0, 0], up: [0, 1, 0] },
  top: { zh: '俯视图', from: [0, 1, 0], up: [0, 0, -1] },
  bottom: { zh: '仰视图', from: [0, -1, 0], up: [0, 0, 1] },
  perspective: { zh: '立体图' },
};

const SHADOW_SIZE = 640;
const MARGIN = 0.80;

/** Photographs a model: many weak lights, one pass each, summed. Soft shade and smooth edges come out of the sum. */
export class Studio {
  constructor(size) {
    this.size = size;
    this.renderer = new THREE.WebGLRenderer({ alpha: true, antialias: false, preserveDrawingBuffer: true, premultipliedAlpha: false });
    this.renderer.outputColorSpace = THREE.LinearSRGBColorSpace;
    this.renderer.setSize(size, size, false);
    this.renderer.autoClear = false;
    this.renderer.setClearColor(0, 0);
    const float = { type: THREE.FloatType, minFilter: THREE.NearestFilter, magFilter: THREE.NearestFilter };
    this.seen = new THREE.WebGLRenderTarget(size, size, { ...float, count: 3 });
    this.sum = new THREE.WebGLRenderTarget(size, size, { ...float, depthBuffer: false });
    const atlas = SHADOW_SIZE * 3;
    this.shadow = new THREE.WebGLRenderTarget(atlas, atlas, { minFilter: THREE.NearestFilter, magFilter: THREE.NearestFilter });
    this.shadow.depthTexture = new THREE.DepthTexture(atlas, atlas, THREE.FloatType);
    this.shared = { threshold: { value: 0 }, lattice: { value: lattice() } };
    const several = make => ({ value: Array.from({ length: LIGHTS }, make) });
    this.light = {
      colours: { value: this.seen.textures[0] }, normals: { value: this.seen.textures[1] }, places: { value: this.seen.textures[2] },
      lightDepth: { value: this.shadow.depthTexture }, lightMatrix: several(() => new THREE.Matrix4()), toLight: several(() => new THREE.Vector3()),
      strength: several(() => 1), ambient: { value: 0.10 }, bias: { value: 0.1 },
      toCamera: { value: new THREE.Vector3() }, eye: { value: new THREE.Vector3() }, perspective: { value: false }, upward: { value: new THREE.Vector3() },
    };
    this.lighting = screen(lightFragment, this.light, {
      blending: THREE.CustomBlending, blendSrc: THREE.OneFactor, blendDst: THREE.OneFactor,
      blendSrcAlpha: THREE.OneFactor, blendDstAlpha: THREE.OneFactor, transparent: true,
    });
    this.development = screen(developFragment, { source: { value: this.sum.texture }, samples: { value: 1 } });
    this.flat = new THREE.OrthographicCamera(-1, 1, 1, -1, 0, 1);
  }

  /** Centres the model, gives every part its programs and measures it. */
  load(model) {
    const scene = new THREE.Scene();
    scene.add(model);
    model.updateMatrixWorld(true);
    const box = new THREE.Box3();
    const parts = [];
    model.traverse(o => {
      if (!o.isMesh) return;
      o.geometry.computeBoundingBox();
      box.expandByObject(o, true);
      if (!o.material.seen) o.userData.programs = programs(o.material, this.shared);
      o.frustumCulled = false;
      parts.push(o);
    });
    const centre = box.getCenter(new THREE.Vector3());
    model.position.sub(centre);
    model.updateMatrixWorld(true);
    const extent = box.getSize(new THREE.Vector3());
    return { scene, parts, extent, radius: extent.length() / 2, half: Math.max(extent.x, extent.y, extent.z) / 2 / MARGIN };
  }

  camera(subject, view, stance = {}) {
    if (view !== 'perspective') {
      const { from, up } = VIEWS[view];
      const h = subject.half;
      const c = new THREE.OrthographicCamera(-h, h, h, -h, 0.1, subject.radius * 4);
      c.up.set(...up);
      c.position.set(...from).multiplyScalar(subject.radius * 2);
      c.lookAt(0, 0, 0);
      c.updateMatrixWorld(true);
      return c;
    }
    const { yaw = 32, pitch = 24, roll = 0 } = stance;
    const a = THREE.MathUtils.degToRad(yaw), b = THREE.MathUtils.degToRad(pitch);
    const c = new THREE.PerspectiveCamera(24, 1, subject.radius * 0.5, subject.radius * 12);
    c.position.set(Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b)).multiplyScalar(subject.radius * 5.6);
    c.up.set(Math.sin(THREE.MathUtils.degToRad(roll)), Math.cos(THREE.MathUtils.degToRad(roll)), 0);
    c.lookAt(0, 0, 0);
    c.updateMatrixWorld(true);
    frame(c, subject, this.size);
    return c;
  }

  /** Draws one view; returns a canvas whose background is transparent. */
  shoot(subject, view, { passes = 7, stance } = {}) {
    const { renderer, light, size } = this;
    const camera = this.camera(subject, view, stance);
    const away = camera.position.clone().normalize();
    const right = new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 0);
    const up = new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 1);
    light.perspective.value = camera.isPerspectiveCamera;
    light.toCamera.value.copy(away);
    light.eye.value.copy(camera.position);
    light.upward.value.copy(up);
    light.bias.value = subject.radius * 2.4 / SHADOW_SIZE;
    const lamps = rig(passes * LIGHTS, away, up, right);
    const { offsetX, offsetY, width, height } = camera.view ?? { offsetX: 0, offsetY: 0, width: size, height: size };
    renderer.setRenderTarget(this.sum);
    renderer.clear();
    for (let pass = 0; pass < passes; pass++) {
      this.shared.threshold.value = pass / passes;
      this.castShadows(subject, lamps.filter((_, i) => i % passes === pass));
      // Each pass looks from a place a fraction of a pixel away: smooth edges.
      const dx = ((pass + 0.5) * 0.7548776662) % 1 - 0.5, dy = ((pass + 0.5) * 0.5698402910) % 1 - 0.5;
      camera.setViewOffset(size, size, offsetX + dx * width / size, offsetY + dy * height / size, width, height);
      for (const p of subject.parts) p.material = p.userData.programs.seen;
      renderer.setRenderTarget(this.seen);
      renderer.clear();
      renderer.render(subject.scene, camera);
      renderer.setRenderTarget(this.sum);
      renderer.render(this.lighting, this.flat);
    }
    renderer.setRenderTarget(null);
    renderer.clear();
    this.development.children[0].material.uniforms.samples.value = passes;
    renderer.render(this.development, this.flat);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    canvas.getContext('2d').drawImage(renderer.domElement, 0, 0);
    return canvas;
  }

  castShadows(subject, lamps) {
    const { renderer, light, shadow } = this;
    const r = subject.radius * 1.02;
    const lamp = new THREE.OrthographicCamera(-r, r, r, -r, 0.1, subject.radius * 4);
    for (const p of subject.parts) p.material = p.userData.programs.depth;
    shadow.scissorTest = false;
    shadow.viewport.set(0, 0, SHADOW_SIZE * 3, SHADOW_SIZE * 3);
    renderer.setRenderTarget(shadow);
    renderer.clear();
    lamps.forEach(({ direction, strength }, i) => {
      lamp.position.copy(direction).multiplyScalar(subject.radius * 2);
      lamp.up.set(...(Math.abs(direction.y) > 0.9 ? [1, 0, 0] : [0, 1, 0]));
      lamp.lookAt(0, 0, 0);
      lamp.updateMatrixWorld(true);
      light.lightMatrix.value[i].multiplyMatrices(lamp.projectionMatrix, lamp.matrixWorldInverse);
      light.toLight.value[i].copy(direction);
      light.strength.value[i] = strength;
      shadow.viewport.set(i % 3 * SHADOW_SIZE, Math.floor(i / 3) * SHADOW_SIZE, SHADOW_SIZE, SHADOW_SIZE);
      renderer.setRenderTarget(shadow);
      renderer.render(subject.scene, lamp);
    });
  }

  release(subject) {
    for (const p of subject.parts) {
      p.geometry.dispose();
      p.userData.programs.seen.uniforms.picture.value.dispose();
      p.userData.programs.seen.dispose();
      p.userData.programs.depth.dispose();
    }
  }
}

/** Random values on a grid, for the grain of wood and the weave of cloth. */
function lattice() {
  const side = 32, roll = dice(20261122);
  const texture = new THREE.Data3DTexture(Uint8Array.from({ length: side ** 3 }, () => roll() * 256), side, side, side);
  texture.format = THREE.RedFormat;
  texture.minFilter = texture.magFilter = THREE.LinearFilter;
  texture.wrapS = texture.wrapT = texture.wrapR = THREE.RepeatWrapping;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
}

function screen(fragmentShader, uniforms, more = {}) {
  const scene = new THREE.Scene();
  const material = new THREE.ShaderMaterial({ glslVersion: THREE.GLSL3, vertexShader: screenVertex, fragmentShader, uniforms, depthTest: false, depthWrite: false, blending: THREE.NoBlending, ...more });
  const quad = new THREE.Mesh(new THREE.PlaneGeometry(2, 2), material);
  quad.frustumCulled = false;
  scene.add(quad);
  return scene;
}

/** Lights spread evenly over the half sphere around the camera's upper left, brighter near the key direction. */
function rig(count, away, up, right) {
  const axis = away.clone().multiplyScalar(0.85).addScaledVector(up, 0.55).addScaledVector(right, -0.12).normalize();
  const key = away.clone().multiplyScalar(0.62).addScaledVector(up, 0.78).addScaledVector(right, -0.42).normalize();
  const x = new THREE.Vector3().crossVectors(up, axis).normalize();
  const y = new THREE.Vector3().crossVectors(axis, x);
  const lights = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    const z = 1 - (i + 0.5) / count * 1.12;
    const r = Math.sqrt(Math.max(0, 1 - z * z)), turn = i * 2.39996322973;
    const direction = axis.clone().multiplyScalar(z).addScaledVector(x, r * Math.cos(turn)).addScaledVector(y, r * Math.sin(turn)).normalize();
    const strength = 0.55 + 1.9 * Math.max(0, direction.dot(key)) ** 5;
    total += strength * Math.max(0, direction.dot(away));
    lights.push({ direction, strength });
  }
  // A white face turned to the camera comes out just below white.
  lights.forEach(l => { l.strength *= 0.86 * count / total; });
  return lights;
}

/** Crops the perspective picture so that the product fills the frame with the same margin as the flat views. */
function frame(camera, subject, size) {
  const box = new THREE.Box2();
  const v = new THREE.Vector3();
  for (const part of subject.parts) {
    const position = part.geometry.attributes.position;
    for (let i = 0; i < position.count; i++) {
      v.fromBufferAttribute(position, i).applyMatrix4(part.matrixWorld).project(camera);
      box.expandByPoint(new THREE.Vector2(v.x, -v.y));
    }
  }
  const centre = box.getCenter(new THREE.Vector2()), extent = box.getSize(new THREE.Vector2());
  const side = Math.max(extent.x, extent.y) / MARGIN / 2 * size;
  camera.setViewOffset(size, size, (centre.x + 1) / 2 * size - side / 2, (centre.y + 1) / 2 * size - side / 2, side, side);
}
