declare module 'fontkit' {
  /** Opens a font file; only what these tests ask of it. */
  export function create(bytes: Buffer): { hasGlyphForCodePoint(code: number): boolean }
}
