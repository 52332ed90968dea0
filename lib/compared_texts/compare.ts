import { changesBetween, type Run } from './changes.js'

/** A piece of a passage, as it is read. */
export interface Piece {
  kind: Run['kind']
  text: string
}

/** Changes that stand close together, with some words around them. */
export interface Passage {
  /** From 1: in the second text, or in the first where it only lost words. */
  page: number
  pieces: Piece[]
}

export interface ComparedTexts {
  passages: Passage[]
  /** There are more than are told. */
  isCut: boolean
  /** Only the beginning of a long text was compared. */
  isShortened: boolean
  /** Too much changed to be told word by word. */
  isCoarse: boolean
  /** Words that went and that came. */
  gone: number
  come: number
}

const MOST_WORDS = 40_000
const MOST_PASSAGES = 200
/** Words on each side of a change. */
const AROUND = 12
/** Of one piece: the rest of a long one is counted. */
const MOST_IN_PIECE = 300

/** What changed between two texts, given page by page, word by word: layout does not count. */
export function compareTexts(before: string[], after: string[]): ComparedTexts {
  const [one, other] = [wordsOf(before), wordsOf(after)]
  const isShortened = [one, other].some(({ words }) => words.length > MOST_WORDS)
  const { runs, isCoarse } = changesBetween(
    one.words.slice(0, MOST_WORDS),
    other.words.slice(0, MOST_WORDS)
  )
  const passages = passagesIn(runs).map((some) => {
    const changed = some.find(({ kind }) => kind !== 'same')!
    const pages = changed.kind === 'gone' ? one.pages : other.pages
    return { page: pages[changed.at] ?? 1, pieces: some.map(pieceOf) }
  })
  return {
    passages: passages.slice(0, MOST_PASSAGES),
    ...{ isCut: passages.length > MOST_PASSAGES, isShortened, isCoarse },
    ...{ gone: counted(runs, 'gone'), come: counted(runs, 'new') },
  }
}

function wordsOf(pages: string[]) {
  const [words, on]: [string[], number[]] = [[], []]
  for (const [index, page] of pages.entries()) {
    for (const word of page.normalize('NFC').split(/\s+/u)) {
      if (!word) continue
      words.push(word)
      on.push(index + 1)
    }
  }
  return { words, pages: on }
}

const counted = (runs: Run[], wanted: Run['kind']) =>
  runs.reduce((sum, { kind, words }) => sum + (kind === wanted ? words.length : 0), 0)

/** Changes with their surroundings; those that few words part are one passage. */
function passagesIn(runs: Run[]): Run[][] {
  const passages: Run[][] = []
  let open: Run[] = []
  for (const [index, run] of runs.entries()) {
    const isFirst = index === 0
    const isLast = index === runs.length - 1
    if (run.kind !== 'same') open.push(run)
    else if (!isFirst && !isLast && run.words.length <= 2 * AROUND) open.push(run)
    else {
      if (!isFirst) passages.push([...open, { ...run, words: run.words.slice(0, AROUND) }])
      open = isLast ? [] : [{ ...run, words: run.words.slice(-AROUND) }]
    }
  }
  if (open.some(({ kind }) => kind !== 'same')) passages.push(open)
  return passages
}

const pieceOf = ({ kind, words }: Run): Piece => {
  const more = words.length - MOST_IN_PIECE
  const text = words.slice(0, MOST_IN_PIECE).join(' ')
  return { kind, text: more > 0 ? `${text}… (et ${more} mots)` : text }
}
