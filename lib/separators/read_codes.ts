import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Grey } from './grey.js'

const MOST_CODES = 4

let reader: Promise<typeof import('zxing-wasm/reader')> | null = null

/** The texts of the QR codes of a page, whichever way it lies; none of what cannot be read. */
export async function readCodes({ levels, width, height }: Grey): Promise<string[]> {
  const { readBarcodes } = await (reader ??= loadReader())
  const data = new Uint8ClampedArray(levels.length * 4).fill(255)
  for (const [at, level] of levels.entries()) data.fill(level, at * 4, at * 4 + 3)
  // The image of a browser, of which it uses these alone
  const image = { data, width, height } as unknown as Parameters<typeof readBarcodes>[0]
  const found = await readBarcodes(image, {
    ...{ formats: ['QRCode'], maxNumberOfSymbols: MOST_CODES },
    ...{ tryHarder: true, tryRotate: true, tryInvert: true, tryDownscale: true },
  })
  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

/** With the bytes of its own package: by itself it would fetch them from a stranger's server. */
async function loadReader() {
  const library = await import('zxing-wasm/reader')
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = (await readFile(path)).buffer as ArrayBuffer
  await library.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  return library
}
