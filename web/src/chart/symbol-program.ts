import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";

/** Outlines of kinds, by the numbers that the shader knows them by: as symbol.tsx draws them. */
const outlines: Readonly<Record<string, number>> = { person: 0, protected: 1, phone: 2, address: 3, place: 3, vehicle: 4, account: 5 };
const otherThing = 6;

export const outlineOf = (kind: string): number => outlines[kind] ?? otherThing;

/** A symbol: its outline, its edge in `color`, its inside in `fill`. */
export interface SymbolData extends NodeDisplayData {
  outline: number;
  fill: string;
}

const vertexShader = `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec4 a_fill;
attribute float a_outline;
attribute vec4 a_id;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_fill;
varying vec2 v_at;
varying float v_pixel;
varying float v_outline;
const float bias = 255.0 / 254.0;
void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 offset = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_at = offset / (size / 2.0);
  v_pixel = u_correctionRatio * 4.0 / size;
  v_outline = a_outline;
  v_fill = a_fill;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_fill.a *= bias;
}`;

// How far a point lies outside the outline; all outlines lie within the circle of radius 1.
const fragmentShader = `
precision highp float;
varying vec4 v_color;
varying vec4 v_fill;
varying vec2 v_at;
varying float v_pixel;
varying float v_outline;
float box(vec2 at, vec2 half_size, float corner) {
  vec2 beyond = abs(at) - half_size + corner;
  return length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - corner;
}
float outside(vec2 at) {
  float aside = abs(at.x);
  if (v_outline < 0.5) return length(at) - 0.85;
  if (v_outline < 1.5) {
    float low = max(-at.y - 0.05, 0.0) / 0.9;
    return max(at.y - 0.78, aside - 0.74 * sqrt(max(1.0 - low * low, 0.0)));
  }
  if (v_outline < 2.5) return box(at, vec2(0.62, 0.78), 0.16);
  if (v_outline < 3.5) return max(max(aside - 0.72, -at.y - 0.68), (aside + at.y - 0.92) * 0.707);
  if (v_outline < 4.5) return box(at, vec2(0.92, 0.52), 0.5);
  if (v_outline < 5.5) return (aside + abs(at.y) - 0.98) * 0.707;
  return max(box(at, vec2(0.7, 0.7), 0.02), (at.x + at.y - 1.0) * 0.707);
}
void main() {
  float beyond = outside(v_at);
  #ifdef PICKING_MODE
  gl_FragColor = beyond > 0.0 ? vec4(0.0) : v_color;
  #else
  vec4 drawn = mix(v_fill, v_color, smoothstep(-2.4 * v_pixel, -1.2 * v_pixel, beyond));
  gl_FragColor = drawn * (1.0 - smoothstep(-v_pixel, 0.0, beyond));
  #endif
}`;

const uniforms = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** Draws the symbols of kinds on the graphics card. */
export class SymbolProgram extends NodeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_fill", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_outline", size: 1, type: FLOAT },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(id: number, start: number, data: SymbolData): void {
    this.array.set([data.x, data.y, data.size, floatColor(data.color), floatColor(data.fill), data.outline, id], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof uniforms)[number]>): void {
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
