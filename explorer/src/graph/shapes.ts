import type { FragmentLayer, SDFShape } from 'sigma/rendering';

/** A regular polygon as a signed distance, for Sigma's node program. `turn` is in radians. */
function polygon(name: string, corners: number, turn: number): SDFShape {
  return {
    name,
    uniforms: [],
    glsl: `
float sdf_${name}(vec2 uv, float size) {
  float sector = 6.28318531 / ${corners}.0;
  float angle = atan(uv.x, uv.y) + ${turn.toFixed(4)};
  float within = mod(angle + sector * 0.5, sector) - sector * 0.5;
  return length(uv) * cos(within) - size * cos(sector * 0.5);
}
`,
    inradiusFactor: Math.cos(Math.PI / corners),
  };
}

export const HEXAGON = polygon('hexagon', 6, 0);
export const PENTAGON = polygon('pentagon', 5, 0);

/** Fills a node inside its rim with the node's own `coreColor`: the page's colour makes it a ring, its own colour a full shape. */
export function layerCore(): FragmentLayer {
  return {
    name: 'core',
    uniforms: [],
    attributes: [{ name: 'coreColor', size: 4, type: WebGL2RenderingContext.UNSIGNED_BYTE, normalized: true, source: 'coreColor' }],
    glsl: `
vec4 layer_core(vec4 v_coreColor) {
  float rim = 2.0 * context.pixelToUV;
  float inside = 1.0 - smoothstep(-rim - context.aaWidth, -rim + context.aaWidth, context.sdf);
  return vec4(v_coreColor.rgb, v_coreColor.a * inside);
}
`,
  };
}
