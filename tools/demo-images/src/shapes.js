import * as THREE from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { toCreasedNormals } from 'three/addons/utils/BufferGeometryUtils.js';

// Parts of furniture. Lengths are centimetres, y is up, the front is +z.

const mesh = (geometry, material, [x, y, z] = [0, 0, 0], [rx, ry, rz] = [0, 0, 0]) => {
  const m = new THREE.Mesh(geometry, material);
  m.position.set(x, y, z);
  m.rotation.set(rx, ry, rz);
  return m;
};

export const group = (...parts) => { const g = new THREE.Group(); g.add(...parts.flat(Infinity)); return g; };
export const at = (object, [x, y, z], [rx, ry, rz] = [0, 0, 0]) => { object.position.set(x, y, z); object.rotation.set(rx, ry, rz); return object; };
export const part = mesh;

/** A board or block with rounded edges. */
export const block = (w, h, d, r, material, position, rotation) =>
  mesh(new RoundedBoxGeometry(w, h, d, 4, Math.min(r, w / 2.01, h / 2.01, d / 2.01)), material, position, rotation);

/** A flat shape in the xy plane given a thickness along z, centred, with rounded edges. */
export function slab(shape, thickness, material, position, rotation, { bevel = 0.25, curve = 32 } = {}) {
  const b = Math.min(bevel, thickness / 2.05);
  let g = new THREE.ExtrudeGeometry(shape, { depth: thickness - 2 * b, bevelEnabled: b > 0, bevelThickness: b, bevelSize: b, bevelOffset: -b, bevelSegments: 3, curveSegments: curve });
  g.translate(0, 0, -(thickness - 2 * b) / 2);
  g = toCreasedNormals(g, 0.6);
  return mesh(g, material, position, rotation);
}

/** A turned part: radii over heights, [[r, y], …]. */
export function turned(profile, material, position, rotation, segments = 72) {
  const g = new THREE.LatheGeometry(profile.map(([r, y]) => new THREE.Vector2(Math.max(r, 0.0001), y)), segments);
  return mesh(toCreasedNormals(g, 0.7), material, position, rotation);
}

/** A disc or post with rounded rims; radius below and above. */
export const post = (below, above, height, round, material, position, rotation, segments = 64) => {
  const h = height / 2, r = Math.min(round, h, Math.max(below, 0.01), Math.max(above, 0.01));
  const rim = [];
  for (let i = 0; i <= 5; i++) rim.push([below - r + r * Math.sin(i / 5 * Math.PI / 2), -h + r - r * Math.cos(i / 5 * Math.PI / 2)]);
  for (let i = 0; i <= 5; i++) rim.push([above - r + r * Math.cos(i / 5 * Math.PI / 2), h - r + r * Math.sin(i / 5 * Math.PI / 2)]);
  return turned([[0, -h], ...rim, [0, h]], material, position, rotation, segments);
};

/** A post from one point to another (legs, rails, sticks). */
export function strut(from, to, below, above, material, round = 0.3, segments = 40) {
  const a = new THREE.Vector3(...from), b = new THREE.Vector3(...to);
  const p = post(below, above, a.distanceTo(b), round, material, undefined, undefined, segments);
  p.position.copy(a).lerp(b, 0.5);
  p.quaternion.setFromUnitVectors(new THREE.Vector3(0, 1, 0), b.clone().sub(a).normalize());
  return p;
}

export const ball = (r, material, position, squash = [1, 1, 1]) => {
  const m = mesh(new THREE.SphereGeometry(r, 48, 32), material, position);
  m.scale.set(...squash);
  return m;
};

export const ring = (radius, thick, material, position, rotation, arc = Math.PI * 2) =>
  mesh(new THREE.TorusGeometry(radius, thick, 20, 96, arc), material, position, rotation);

/** A rod bent along points. */
export function rod(points, radius, material, { closed = false, segments = 120, sides = 16, tension = 0.5 } = {}) {
  const curve = new THREE.CatmullRomCurve3(points.map(p => new THREE.Vector3(...p)), closed, 'catmullrom', tension);
  return mesh(new THREE.TubeGeometry(curve, segments, radius, sides, closed), material);
}

export const creased = (geometry, angle = 0.6) => toCreasedNormals(geometry, angle);

// Outlines for slabs.

export function rounded(w, h, r, cx = 0, cy = 0, path = new THREE.Shape()) {
  const x = cx - w / 2, y = cy - h / 2;
  r = Math.min(r, w / 2, h / 2);
  path.moveTo(x + r, y);
  path.lineTo(x + w - r, y);
  path.absarc(x + w - r, y + r, r, -Math.PI / 2, 0);
  path.lineTo(x + w, y + h - r);
  path.absarc(x + w - r, y + h - r, r, 0, Math.PI / 2);
  path.lineTo(x + r, y + h);
  path.absarc(x + r, y + h - r, r, Math.PI / 2, Math.PI);
  path.lineTo(x, y + r);
  path.absarc(x + r, y + r, r, Math.PI, Math.PI * 1.5);
  return path;
}

export const circle = (r, cx = 0, cy = 0, path = new THREE.Shape()) => { path.absarc(cx, cy, r, 0, Math.PI * 2); return path; };
export const hole = outline => { const p = new THREE.Path(); p.curves = outline.curves; p.currentPoint = outline.currentPoint; return p; };
export const pierced = (outline, ...holes) => { outline.holes.push(...holes.flat().map(hole)); return outline; };

/** An outline through points: [x, y] for corners; smooth: a closed curve through all. */
export const outline = (points, smooth = false, steps = 160) => {
  if (!smooth) return new THREE.Shape(points.map(p => new THREE.Vector2(...p)));
  const c = new THREE.CatmullRomCurve3(points.map(([x, y]) => new THREE.Vector3(x, y, 0)), true, 'centripetal');
  return new THREE.Shape(c.getPoints(steps).map(p => new THREE.Vector2(p.x, p.y)));
};

/** A small generator of repeatable numbers in [0, 1). */
export function dice(seed) {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), s | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
