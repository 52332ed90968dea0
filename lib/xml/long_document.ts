/** A part of a long document, which is a whole document by itself. */
export interface Piece {
  bytes: Buffer
  /** The line of the long document that a line of this piece is; null where another piece tells of it. */
  lineOf(line: number): number | null
}

const OPEN = 0x3c
const CLOSE = 0x3e
const SLASH = 0x2f
const LINE_FEED = 0x0a

/**
 * Cuts a well-formed document that holds very many elements of a name, one after the other, into
 * documents that hold at most `most` of them, with all that stands around. A schema that takes any
 * number of them says the same of the pieces as of the whole, and needs the memory of one piece.
 * A document in UTF-16, or without such elements, is one piece.
 */
export function* piecesOf(bytes: Buffer, localName: string, most: number): Generator<Piece> {
  const name = writtenName(bytes, localName)
  const run = name && runOf(bytes, name)
  if (!run || run.starts.length <= most) {
    yield { bytes, lineOf: (line) => line }
    return
  }
  const { starts, end } = run
  const [before, after] = [bytes.subarray(0, starts[0]), bytes.subarray(end)]
  const firstLine = lineFeeds(before) + 1
  const allLines = lineFeeds(bytes.subarray(starts[0], end))
  for (let first = 0, skipped = 0; first < starts.length; first += most) {
    const part = bytes.subarray(starts[first], starts[first + most] ?? end)
    const [own, shift, isFirst] = [lineFeeds(part), skipped, first === 0]
    yield {
      bytes: Buffer.concat([before, part, after]),
      lineOf(line) {
        if (line >= firstLine && line <= firstLine + own) return line + shift
        if (!isFirst) return null
        return line < firstLine ? line : line - own + allLines
      },
    }
    skipped += own
  }
}

/** The name of the first of them, its prefix included; null when none is there. */
function writtenName(bytes: Buffer, localName: string): string | null {
  const at = bytes.indexOf(localName)
  if (at === -1) return null
  const from = bytes.lastIndexOf(OPEN, at)
  const written = bytes.toString('latin1', from + 1, at + localName.length)
  return from !== -1 && /^[^\s/!?:]*:?[^\s/!?:]+$/.test(written) ? written : null
}

/** Where the elements of the first row of them begin, and where the last one ends. */
function runOf(bytes: Buffer, name: string): { starts: number[]; end: number } | null {
  const starts: number[] = []
  let depth = 0
  let end = -1
  for (let at = bytes.indexOf(OPEN); at !== -1; at = bytes.indexOf(OPEN, at)) {
    const skipped = afterNoElement(bytes, at)
    if (skipped !== null) {
      at = skipped
      continue
    }
    const isClosing = bytes[at + 1] === SLASH
    const isOurs = isNamed(bytes, at + (isClosing ? 2 : 1), name)
    if (!isOurs && depth === 0 && starts.length > 0) break
    if (isOurs && !isClosing && depth === 0) starts.push(at)
    if (isOurs) {
      if (isClosing) depth -= 1
      else if (!isEmpty(bytes, at)) depth += 1
      if (depth === 0) end = endOfTag(bytes, at)
    }
    at += 1
  }
  return starts.length > 0 && end > starts.at(-1)! ? { starts, end } : null
}

/** Where a comment, an instruction or a section of characters that begins there ends; null for an element. */
function afterNoElement(bytes: Buffer, at: number): number | null {
  const second = bytes[at + 1]
  if (second !== 0x21 && second !== 0x3f) return null
  const [mark, length] =
    second === 0x3f ? ['?>', 2] : bytes[at + 2] === 0x2d ? ['-->', 3] : [']]>', 3]
  const found = bytes.indexOf(mark as string, at + 2)
  return found === -1 ? bytes.length : found + (length as number)
}

function isNamed(bytes: Buffer, from: number, name: string): boolean {
  for (let index = 0; index < name.length; index++)
    if (bytes[from + index] !== name.charCodeAt(index)) return false
  const next = bytes[from + name.length]
  return next === CLOSE || next === SLASH || next <= 0x20
}

/** A value of an attribute may hold the sign that ends a tag. */
function endOfTag(bytes: Buffer, at: number): number {
  let quote = 0
  for (let index = at; index < bytes.length; index++) {
    const byte = bytes[index]
    if (quote !== 0) quote = byte === quote ? 0 : quote
    else if (byte === 0x22 || byte === 0x27) quote = byte
    else if (byte === CLOSE) return index + 1
  }
  return bytes.length
}

const isEmpty = (bytes: Buffer, at: number) => bytes[endOfTag(bytes, at) - 2] === SLASH

function lineFeeds(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) count++
  return count
}
