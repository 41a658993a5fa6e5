import * as THREE from 'three';
import { creased, part } from './shapes.js';

// Cloth: surfaces given by a place for every point of a picture. u runs to the right, v upwards, both from 0 to 1.

const steps = count => Array.from({ length: count + 1 }, (_, i) => i / count);
const mix = (a, b, t) => a + (b - a) * t;

/**
 * A surface over a grid of columns and rows. `across` may name the columns (folds lie on them); `crease` is the angle from
 * which an edge stays sharp; `carries` is the part of the picture shown, or a function from a place to its point of the picture.
 */
export function drape(place, material, { across = 64, along = 24, crease = Math.PI, carries = [0, 0, 1, 1] } = {}) {
  const columns = Array.isArray(across) ? across : steps(across), rows = steps(along);
  const positions = [], uvs = [], index = [];
  for (const v of rows)
    for (const u of columns) {
      const p = place(u, v);
      positions.push(...p);
      uvs.push(...(typeof carries === 'function' ? carries(p, u, v) : [mix(carries[0], carries[2], u), mix(carries[1], carries[3], v)]));
    }
  const n = columns.length;
  for (let r = 0; r + 1 < rows.length; r++)
    for (let c = 0; c + 1 < n; c++) {
      const i = r * n + c;
      index.push(i, i + 1, i + n, i + 1, i + n + 1, i + n);
    }
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(positions, 3));
  geometry.setAttribute('uv', new THREE.Float32BufferAttribute(uvs, 2));
  geometry.setIndex(index);
  return part(crease < Math.PI ? creased(geometry, crease) : smoothed(geometry), material);
}

/** Normals that agree where the surface meets itself: at the seam of a closed wall, at a tip. */
function smoothed(geometry) {
  geometry.computeVertexNormals();
  const { position, normal } = geometry.attributes, sums = new Map();
  const place = i => [position.getX(i), position.getY(i), position.getZ(i)].map(x => Math.round(x * 1e3)).join();
  for (let i = 0; i < position.count; i++) {
    const sum = sums.get(place(i)) ?? new THREE.Vector3();
    sums.set(place(i), sum.add(new THREE.Vector3().fromBufferAttribute(normal, i)));
  }
  for (let i = 0; i < position.count; i++) normal.setXYZ(i, ...sums.get(place(i)).clone().normalize().toArray());
  return geometry;
}

const power = (x, e) => Math.sign(x) * Math.abs(x) ** e;

/** A point of a closed cross-section (an ellipse, squarer with a greater `square`), moved outwards by `grow`. Angle 90° is the front. */
export function section([a, b], angle, square = 2, grow = 0) {
  const x = a * power(Math.cos(angle), 2 / square), z = b * power(Math.sin(angle), 2 / square);
  const nx = power(x / a, square - 1) / a, nz = power(z / b, square - 1) / b, n = Math.hypot(nx, nz) || 1;
  return [x + nx / n * grow, z + nz / n * grow];
}

/** The angle of a column of a picture wrapped once round a body: its middle is the front, its seam the middle of the back. */
export const wrapped = u => Math.PI / 2 - (u - 0.5) * Math.PI * 2;

/** A body through cross-sections [y, half width, half depth] from foot to head: (u, v, grow) to a place. */
export function loft(sections, square = 2.2) {
  const curve = new THREE.CatmullRomCurve3(sections.map(s => new THREE.Vector3(...s)), false, 'centripetal');
  const known = new Map();
  return (u, v, grow = 0) => {
    if (!known.has(v)) known.set(v, curve.getPointAt(v));
    const { x: y, y: a, z: b } = known.get(v);
    const [x, z] = section([a, b], wrapped(u), square, grow);
    return [x, y, z];
  };
}

/** A ribbon along points, its width along `side`. */
export function ribbon(points, width, material, side = [1, 0, 0], along = 40) {
  const curve = new THREE.CatmullRomCurve3(points.map(p => new THREE.Vector3(...p)));
  const d = new THREE.Vector3(...side).normalize().multiplyScalar(width);
  return drape((u, v) => curve.getPoint(1 - v).addScaledVector(d, u - 0.5).toArray(), material, { across: 4, along });
}
