import type { LabelRequest } from './labels';
import type { Spot } from './geometry';
import type { Theme } from './stage';

/** Size of a label, in pixels. */
export const LABEL_PX = 12;
const FONT = "'Fealty Sans', system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', sans-serif";
const MARK_PX = 7.5;
/** Strokes of each mark, from its middle: drawn, because fonts differ too much at this size. */
const SIGNS = {
  rivals: [[-3.5, -1.5, 3.5, -1.5], [-3.5, 1.5, 3.5, 1.5], [-2, 4, 2, -4]],
  both: [[-3.5, -1.5, 3.5, -1.5], [0, -5, 0, 2], [-3.5, 4, 3.5, 4]],
} as const;

/** Writes labels and marks on the canvas above the drawing. */
export class OverlayPen {
  private readonly widths = new Map<string, number>();

  constructor(private readonly pen: CanvasRenderingContext2D, public theme: Theme) {}

  /** Wipes the canvas and sets the pen to the screen's pixels. */
  begin(): void {
    const { pen } = this;
    const scale = window.devicePixelRatio || 1;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
  }

  /** A text's width, in pixels. */
  measure = (text: string, weight: LabelRequest['weight']): number => {
    const key = `${weight} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.setFont(weight);
      width = this.pen.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  };

  text(text: string, x: number, y: number, weight: LabelRequest['weight']): void {
    const { pen, theme } = this;
    this.setFont(weight);
    pen.lineWidth = 3.5;
    pen.strokeStyle = theme.page;
    pen.strokeText(text, x, y);
    pen.fillStyle = theme.text;
    pen.fillText(text, x, y);
  }

  /** A disc with ≠ where accounts are rivals, with ± where the pair is allied and hostile at once. */
  mark(sign: keyof typeof SIGNS, { x, y }: Spot): void {
    const { pen, theme } = this;
    pen.beginPath();
    pen.arc(x, y, MARK_PX, 0, 2 * Math.PI);
    pen.fillStyle = theme.badge;
    pen.fill();
    pen.lineWidth = 1.5;
    pen.strokeStyle = theme.page;
    pen.stroke();
    pen.beginPath();
    for (const [fromX, fromY, toX, toY] of SIGNS[sign]) {
      pen.moveTo(x + fromX, y + fromY);
      pen.lineTo(x + toX, y + toY);
    }
    pen.strokeStyle = '#ffffff';
    pen.lineWidth = 1.4;
    pen.stroke();
  }

  /** What a tie says, above its middle. */
  tieName(text: string, { x, y }: Spot): void {
    const { pen, theme } = this;
    const width = this.measure(text, 'normal');
    pen.fillStyle = theme.page;
    pen.globalAlpha = 0.9;
    pen.fillRect(x - width / 2 - 4, y - 25, width + 8, 17);
    pen.globalAlpha = 1;
    this.text(text, x - width / 2, y - 16, 'normal');
  }

  private setFont(weight: LabelRequest['weight']): void {
    this.pen.font = `${weight === 'bold' ? 600 : 400} ${LABEL_PX}px ${FONT}`;
  }
}
