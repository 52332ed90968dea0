import { boundedRun } from './bounded_run.js'

/** What the machine reads of a picture. */
export interface OcrTools {
  /** Pictures, in French: tesseract with its « fra ». */
  pictures: boolean
  /** The pages of a PDF too: pdftoppm draws them. */
  pages: boolean
}

const BOUNDS = { ms: 60_000, memoryBytes: 1024 ** 3, mostOutput: 2_000_000 }
/** The longest side of a page, in points of its drawing: 240 an inch on an A4, and no more memory on an A0. */
const LONGEST_SIDE = 2800
const MOST_DRAWN = LONGEST_SIDE ** 2 + 100
const NOTHING = new Uint8Array()

let looked: Promise<OcrTools> | undefined

/** Looks once at what is on the PATH. */
export const ocrTools = (): Promise<OcrTools> => (looked ??= look())

/** The PATH is another one. */
export const lookAgain = () => (looked = undefined)

async function look(): Promise<OcrTools> {
  const languages = await boundedRun(['tesseract', '--list-langs'], NOTHING, BOUNDS)
  const pictures = languages !== null && /^fra$/m.test(languages.toString())
  const draws = await boundedRun(['pdftoppm', '-v'], NOTHING, BOUNDS)
  return { pictures, pages: pictures && draws !== null }
}

/** The words of a picture (PNG, JPEG, TIFF, PNM), on one line; null when it is not read. */
export async function wordsOfPicture(bytes: Uint8Array): Promise<string | null> {
  const said = await boundedRun(['tesseract', 'stdin', 'stdout', '-l', 'fra'], bytes, BOUNDS)
  return said && said.toString().replaceAll('\0', ' ').replace(/\s+/g, ' ').trim()
}

/** The words of a page of a PDF as it is drawn, the first being 1; null when it is not read. */
export async function wordsOfPage(pdf: Uint8Array, number: number): Promise<string | null> {
  const page = String(number)
  const drawn = await boundedRun(
    ['pdftoppm', '-f', page, '-l', page, '-gray', '-scale-to', String(LONGEST_SIDE), '-'],
    pdf,
    { ...BOUNDS, mostOutput: MOST_DRAWN }
  )
  return drawn && drawn.length > 0 ? wordsOfPicture(drawn) : null
}
