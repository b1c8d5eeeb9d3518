import { useEffect, useRef } from 'preact/hooks';
import { effect } from '@preact/signals';
import { theme } from '../state/theme';
import { borders } from './borders';
import { camera, size } from './map-state';

/** Land, sea and borders. On a canvas: a hundred thousand corners are too many to keep as elements. */
export function BorderCanvas(): preact.JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d') ?? null;
    let frame = 0;
    const end = effect(() => {
      // Read here, so that any change of them draws anew.
      void [camera.value, size.value, borders.value, theme.value];
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => pen !== null && paint(pen));
    });
    return () => {
      end();
      cancelAnimationFrame(frame);
    };
  }, []);
  return <canvas ref={canvas} class="map-ground" aria-hidden="true" />;
}

function paint(pen: CanvasRenderingContext2D): void {
  const { width, height } = size.peek();
  const { k, x, y } = camera.peek();
  const scale = window.devicePixelRatio || 1;
  const { canvas } = pen;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
  }
  const style = getComputedStyle(canvas);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = colour('--sunk');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(scale * k, 0, 0, scale * k, scale * x, scale * y);
  const onShow = (borders.peek() ?? []).filter(({ box: [left, top, right, bottom] }) => right * k + x >= 0 && left * k + x <= width && bottom * k + y >= 0 && top * k + y <= height);
  pen.fillStyle = colour('--panel');
  for (const { outline } of onShow) pen.fill(outline);
  pen.strokeStyle = colour('--line-strong');
  pen.globalAlpha = 0.55;
  pen.lineWidth = 0.8 / k;
  pen.lineJoin = 'round';
  for (const { outline } of onShow) pen.stroke(outline);
  pen.globalAlpha = 1;
}
