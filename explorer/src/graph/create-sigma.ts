import type { MultiGraph } from 'graphology';
import Sigma from 'sigma';
import { extremityArrow, extremityBar, extremityCircle, extremityDiamond, extremitySquare, layerDashed, layerFill, layerPlain, pathCurved, pathLine, sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import { HEXAGON, layerCore, PENTAGON } from './shapes';

/** Sigma as the stage needs it: each look of a party or a tie is an attribute of its node or edge. `still`: the camera jumps instead of gliding. */
export function createSigma(graph: MultiGraph, container: HTMLElement, still: boolean): Sigma {
  return new Sigma(graph, container, {
    settings: {
      renderLabels: false, renderEdgeLabels: false, enableEdgeEvents: true, edgePickingPadding: 4, nodePickingPadding: 3, stagePadding: 48, minCameraRatio: 0.02, maxCameraRatio: 4,
      zoomToSizeRatioFunction: (ratio) => Math.max(0.45, Math.sqrt(ratio)), enableNodeDrag: true, allowInvalidContainer: true, enableCameraRotation: false, hideEdgesOnMove: false,
      dragPositionToAttributes: ({ x, y }) => ({ x, y }), inertiaDuration: still ? 0 : 200, zoomDuration: still ? 0 : 200,
    },
    primitives: {
      nodes: { shapes: [sdfCircle(), sdfSquare(), sdfDiamond(), sdfTriangle(), HEXAGON, PENTAGON], variables: { coreColor: { type: 'color', default: '#888888' } }, layers: [layerFill(), layerCore()] },
      edges: {
        paths: [pathLine(), ownCurve()],
        extremities: [extremityArrow(), extremityBar(), extremitySquare(), extremityCircle(), extremityDiamond()],
        variables: { wholeColor: { type: 'color', default: '#00000000' }, dash: { type: 'number', default: 0 }, gap: { type: 'number', default: 0 }, curvature: { type: 'number', default: 0 } },
        layers: [layerPlain({ color: { attribute: 'wholeColor' } }), layerDashed({ dashSize: { attribute: 'dash', default: 0 }, gapSize: { attribute: 'gap', default: 0 }, solidExtremities: true })],
      },
    },
    styles: {
      nodes: {
        x: { attribute: 'x' }, y: { attribute: 'y' }, size: { attribute: 'size' }, color: { attribute: 'color' }, shape: { attribute: 'shape' }, opacity: { attribute: 'opacity' }, coreColor: { attribute: 'coreColor' },
        depth: { attribute: 'depth' }, zIndex: { attribute: 'zIndex' },
      },
      edges: {
        size: { attribute: 'size' }, color: { attribute: 'color' }, wholeColor: { attribute: 'wholeColor' }, dash: { attribute: 'dash' }, gap: { attribute: 'gap' }, head: { attribute: 'head' }, tail: { attribute: 'tail' },
        path: { attribute: 'path' }, curvature: { attribute: 'curvature' }, opacity: { attribute: 'opacity' }, depth: { attribute: 'depth' },
      },
    },
  });
}

/** Sigma's curve, bent as we say: left to itself it spreads the ties of a pair in an order of its own, and marks and pictures would not know where they lie. */
function ownCurve(): ReturnType<typeof pathCurved> {
  return { ...pathCurved({ segments: 6 }), spread: undefined };
}
