/** What of pdf.js's decoders is used here; the package has no types for them. */
declare module 'pdfjs-dist/image_decoders/pdf.image_decoders.mjs' {
  export class JpegImage {
    parse(bytes: Uint8Array): void
    getData(how: { width: number; height: number; forceRGB: boolean }): Uint8Array
  }
}
