import type { Tree } from './tree.js'

/** Nineteen files in twenty of a folder stop here: what is longer is an exception, not a habit. */
const USUAL_LENGTH = 120
const PORTION = 0.95

/** Streets of text, of data, and of specs, which are lists of sentences. */
const NO_CODE = ['docs', 'database', 'providers', 'tests']
/** Streets whose houses are judged one by one. */
const STREETS_OF_HOUSES = ['app', 'resources']

/** The folder of code of a file: a storey or a room of app/, or a whole street; null for another file. */
function folderOf(file: string): string | null {
  const [street, house, ...rest] = file.split('/')
  if (!/\.(ts|mjs|js|css)$/.test(file) || /\.d\.m?ts$/.test(file) || !house) return null
  if (NO_CODE.includes(street) || rest[0] === 'vendor') return null
  return STREETS_OF_HOUSES.includes(street) ? `${street}/${house}` : street
}

/** The folders of which more than one file in twenty is longer than usual. */
export function longFolders(tree: Tree): string[] {
  const folders = Map.groupBy(tree.files, folderOf)
  return [...folders].flatMap(([folder, files]) => {
    if (folder === null) return []
    const lengths = files.map((file) => tree.read(file).trimEnd().split('\n').length)
    const p95 = lengths.toSorted((a, b) => a - b)[Math.ceil(PORTION * lengths.length) - 1]
    return p95 > USUAL_LENGTH
      ? [`${folder}: p95 of its files is ${p95} lines, ${USUAL_LENGTH} is the most`]
      : []
  })
}

/** What every room stands on is read in a day, or it holds what belongs to a storey above. */
const KERNEL = 4_000

/** Whether the kernel has grown past what one person reads. */
export function swollenKernel(tree: Tree): string[] {
  const files = tree.files.filter((file) => file.startsWith('app/kernel/'))
  const lines = files.reduce((sum, file) => sum + tree.read(file).trimEnd().split('\n').length, 0)
  return lines > KERNEL ? [`app/kernel: ${lines} lines, ${KERNEL} is the most`] : []
}
