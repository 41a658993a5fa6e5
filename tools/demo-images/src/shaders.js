// One surface shader for every material, and the depth shader of the light's view.
// Wood is solid: the colour is a function of the place inside the board, so end grain, long grain
// and rounded edges agree with each other as they do in a real piece.

export const SURFACE = { wood: 0, bamboo: 1, paint: 2, metal: 3, cloth: 4, rope: 5 };

export const surfaceVertex = /* glsl */ `
uniform mat4 grain;
out vec3 vGrain;
out vec3 vWorld;
out vec3 vNormal;
out vec2 vUv;
void main() {
  vUv = uv;
  vGrain = (grain * vec4(position, 1.0)).xyz;
  vec4 world = modelMatrix * vec4(position, 1.0);
  vWorld = world.xyz;
  vNormal = mat3(transpose(inverse(modelMatrix))) * normal;
  gl_Position = projectionMatrix * viewMatrix * world;
}`;

const random = /* glsl */ `
float hash(uvec3 v) {
  v = v * 1664525u + 1013904223u;
  v.x += v.y * v.z; v.y += v.z * v.x; v.z += v.x * v.y;
  v ^= v >> 16u;
  v.x += v.y * v.z;
  return float(v.x >> 8u) / 16777216.0;
}
`;

const noise = /* glsl */ `
${random}
float cell(vec3 p) { return hash(uvec3(ivec3(floor(p)) + 65536)); }
uniform sampler3D lattice;
// Value noise: the lattice holds the random values, the sampler blends them.
float noise(vec3 p) {
  vec3 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return texture(lattice, (i + f + 0.5) / 32.0).r;
}`;

const wood = /* glsl */ `
uniform vec3 lightTone;
uniform vec3 darkTone;
uniform vec4 figure;   // ring spacing (cm), ring contrast, fibre contrast, pore density
uniform float seed;
vec3 woodColour(vec3 p) {
  vec3 q = p + vec3(seed * 7.13, 0.0, 0.0);
  vec2 pith = vec2(3.0 + 5.0 * fract(seed * 0.731), -4.0 - 7.0 * fract(seed * 0.377));
  vec2 d = q.yz - pith;
  d += 1.1 * (vec2(noise(q * vec3(0.05, 0.22, 0.22)), noise(q * vec3(0.05, 0.22, 0.22) + 31.0)) - 0.5);
  float ring = length(d) / figure.x + 0.55 * noise(q * vec3(0.09, 0.5, 0.5) + 11.0);
  float f = fract(ring);
  float late = smoothstep(0.25, 0.92, f) * (1.0 - smoothstep(0.93, 1.0, f));
  late *= 0.55 + 0.45 * cell(vec3(floor(ring), seed, 3.0));
  float fibre = noise(q * vec3(0.5, 14.0, 14.0)) + 0.6 * noise(q * vec3(1.1, 37.0, 37.0)) - 0.8;
  float pores = smoothstep(0.70, 0.82, noise(q * vec3(0.9, 21.0, 21.0) + 5.0)) * (0.4 + 0.6 * late);
  float broad = noise(q * vec3(0.04, 0.12, 0.12) + 3.0) - 0.5;
  float t = late * figure.y + fibre * figure.z + pores * figure.w + broad * 0.22;
  return mix(lightTone, darkTone, clamp(t, -0.15, 1.0));
}
vec3 bambooColour(vec3 p) {
  float strip = floor((p.z + 40.0) / 1.7);
  float own = cell(vec3(strip, seed, 9.0));
  float x = p.x + own * 31.0;
  float node = abs(fract(x / 13.0) - 0.5) * 13.0;
  float band = smoothstep(0.55, 0.1, node) * 0.55;
  float fibre = noise(vec3(p.x * 0.25, p.yz * 26.0)) - 0.5;
  float seam = smoothstep(0.08, 0.0, abs(fract((p.z + 40.0) / 1.7) - 0.0)) * 0.35;
  float t = 0.45 * own + band + 0.5 * fibre + seam;
  return mix(lightTone, darkTone, clamp(t, 0.0, 1.0));
}`;

// First pass: what is seen at each pixel (colour, normal, place).
export const surfaceFragment = /* glsl */ `
precision highp float;
precision highp int;
precision highp sampler3D;
uniform int kind;
uniform sampler2D picture;
uniform float gloss;
uniform float opacity;
uniform float threshold;
in vec3 vGrain;
in vec3 vWorld;
in vec3 vNormal;
in vec2 vUv;
layout(location = 0) out vec4 seenColour;
layout(location = 1) out vec4 seenNormal;
layout(location = 2) out vec4 seenPlace;
${noise}
${wood}
void main() {
  vec3 n = normalize(vNormal);
  if (!gl_FrontFacing) n = -n;
  vec3 colour = lightTone;
  float cover = opacity;
  if (kind == 0) colour = woodColour(vGrain);
  else if (kind == 1) colour = bambooColour(vGrain);
  else if (kind == 2) colour *= 0.97 + 0.06 * noise(vGrain * 3.0);
  else if (kind == 4) {
    vec4 texel = texture(picture, vUv);
    colour = pow(texel.rgb, vec3(2.2));
    cover *= texel.a;
    colour *= 0.95 + 0.10 * noise(vGrain * 9.0);
  } else if (kind == 5) {
    float twist = fract(vUv.x * figure.x + vUv.y * 2.0);
    colour = mix(darkTone, lightTone, smoothstep(0.0, 0.35, twist) * smoothstep(1.0, 0.65, twist));
    colour *= 0.85 + 0.3 * noise(vGrain * 7.0);
  }
  // Coverage by chance: over several passes a half-covered pixel is kept half the time, so gauze,
  // cut-out edges and everything behind them need no sorting.
  uvec3 pixel = uvec3(gl_FragCoord.xy, 17u);
  if (fract(hash(pixel) + threshold) >= cover) discard;
  seenColour = vec4(colour, gloss);
  seenNormal = vec4(n, float(kind));
  seenPlace = vec4(vWorld, 1.0);
}`;

// Second pass: the light of LIGHTS lamps at each pixel; their depth pictures lie side by side in one atlas.
export const LIGHTS = 9;
export const lightFragment = /* glsl */ `
precision highp float;
uniform sampler2D colours;
uniform sampler2D normals;
uniform sampler2D places;
uniform sampler2D lightDepth;
uniform mat4 lightMatrix[${LIGHTS}];
uniform vec3 toLight[${LIGHTS}];
uniform float strength[${LIGHTS}];
uniform float ambient;
uniform float bias;
uniform vec3 toCamera;
uniform vec3 eye;
uniform bool perspective;
uniform vec3 upward;
out vec4 result;
void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  vec4 place = texelFetch(places, pixel, 0);
  if (place.w == 0.0) { result = vec4(0.0); return; }
  vec4 seen = texelFetch(colours, pixel, 0);
  vec4 normal = texelFetch(normals, pixel, 0);
  vec3 n = normal.xyz;
  bool metal = normal.w == 3.0, soft = normal.w == 4.0;
  vec3 view = perspective ? normalize(eye - place.xyz) : toCamera;
  vec3 shifted = place.xyz + n * bias;
  float diffuse = 0.0, shine = 0.0, open = 0.0;
  for (int i = 0; i < ${LIGHTS}; i++) {
    float facing = dot(n, toLight[i]);
    if (soft) facing = max(facing, 0.0) * 0.6 + max(facing * 0.7 + 0.3, 0.0) * 0.4;
    if (facing <= 0.0) continue;
    vec3 s = (lightMatrix[i] * vec4(shifted, 1.0)).xyz * 0.5 + 0.5;
    vec2 tile = vec2(float(i % 3), float(i / 3));
    float lit = step(s.z - 0.0006, texture(lightDepth, (tile + s.xy) / 3.0).r);
    diffuse += facing * lit * strength[i];
    shine += pow(max(dot(n, normalize(toLight[i] + view)), 0.0), metal ? 28.0 : 22.0) * lit * strength[i];
    open += lit;
  }
  vec3 light;
  if (metal) {
    vec3 r = reflect(-view, n);
    float sky = 0.30 + 0.75 * smoothstep(-0.35, 0.85, dot(r, normalize(upward + 0.6 * toCamera)));
    light = seen.rgb * (sky * (0.45 * ${LIGHTS}.0 + 0.55 * open) + 0.35 * diffuse) + seen.rgb * shine * seen.a * 2.0;
  } else {
    // Light that has gone through cloth brightens its shaded side.
    light = seen.rgb * (ambient * (soft ? 2.4 : 1.0) * ${LIGHTS}.0 + diffuse) + vec3(shine * seen.a);
  }
  result = vec4(light / ${LIGHTS}.0, 1.0);
}`;

export const depthFragment = /* glsl */ `
precision highp float;
precision highp int;
uniform int kind;
uniform sampler2D picture;
uniform float opacity;
uniform float threshold;
in vec2 vUv;
out vec4 result;
${random}
void main() {
  float cover = kind == 4 ? opacity * texture(picture, vUv).a : opacity;
  uvec3 pixel = uvec3(gl_FragCoord.xy, 29u);
  if (fract(hash(pixel) + threshold) >= cover) discard;
  result = vec4(1.0);
}`;

export const screenVertex = /* glsl */ `
out vec2 vUv;
void main() { vUv = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }`;

export const developFragment = /* glsl */ `
precision highp float;
uniform sampler2D source;
uniform float samples;
in vec2 vUv;
out vec4 result;
void main() {
  vec4 sum = texture(source, vUv);
  float cover = sum.a / samples;
  vec3 c = sum.a > 0.0 ? sum.rgb / sum.a : vec3(0.0);
  c = c / (1.0 + max(c - 0.72, 0.0) * 0.75);
  c = mix(c * 12.92, 1.055 * pow(max(c, 0.0), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
  result = vec4(clamp(c, 0.0, 1.0), cover);
}`;
