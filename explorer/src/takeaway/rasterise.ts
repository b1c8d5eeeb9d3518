import type { Picture } from './picture';

const SCALE = 2;
/** Browsers give no canvas longer than this. */
const LONGEST = 16_000;

/** A picture as PNG, at twice its size. */
export async function rasterised({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(SCALE, LONGEST / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('The browser made no picture.')) : resolve(blob)), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
