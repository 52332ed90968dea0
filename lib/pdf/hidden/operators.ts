import type { Matrix } from '../content/matrix.js'
import type { PageWalk } from './page_walk.js'

/** What the operators of pdf.js carry: each has its own. */
type Arguments = any[]

const matrixOf = (values: ArrayLike<number> | null): Matrix =>
  values ? (Array.from(values) as Matrix) : [1, 0, 0, 1, 0, 0]

/** How each painting operator paints a path. */
const PAINTING: Record<string, { fills?: boolean; strokes?: boolean; isEvenOdd?: boolean }> = {
  fill: { fills: true },
  eoFill: { fills: true, isEvenOdd: true },
  fillStroke: { fills: true, strokes: true },
  eoFillStroke: { fills: true, strokes: true, isEvenOdd: true },
  closeFillStroke: { fills: true, strokes: true },
  closeEOFillStroke: { fills: true, strokes: true, isEvenOdd: true },
  stroke: { strokes: true },
  closeStroke: { strokes: true },
}

/** Each operator by its name, on a walk; those of a name that is not here draw nothing. */
export const OPERATORS: Record<
  string,
  (walk: PageWalk, args: Arguments, nameOf: (code: number) => string) => void
> = {
  save: (walk) => walk.save(),
  restore: (walk) => walk.restore(),
  transform: (walk, args) => walk.transform(matrixOf(args)),
  setGState: (walk, [entries]) => walk.setEntries(entries),
  setLineWidth: ({ state }, [width]) => void (state.lineWidth = width),
  setFillRGBColor: ({ state }, [colour]) => void (state.fill = colour),
  setStrokeRGBColor: ({ state }, [colour]) => void (state.stroke = colour),
  setFillColorN: ({ state }) => void (state.fill = null),
  setStrokeColorN: ({ state }) => void (state.stroke = null),
  setFillTransparent: ({ state }) => void (state.fill = null),
  setStrokeTransparent: ({ state }) => void (state.stroke = null),
  clip: (walk) => walk.willClipToPath(),
  eoClip: (walk) => walk.willClipToPath(),
  constructPath: (walk, [painted, [path]], nameOf) =>
    walk.paint(PAINTING[nameOf(painted)] ?? {}, path ?? []),
  paintFormXObjectBegin: (walk, [matrix, box]) => {
    walk.save()
    walk.transform(matrixOf(matrix))
    walk.clip(box)
  },
  paintFormXObjectEnd: (walk) => walk.restore(),
  beginGroup: (walk, [group]) => walk.beginGroup(group),
  endGroup: (walk) => walk.endGroup(),
  beginAnnotation: (walk, [, rectangle, transform, matrix]) =>
    walk.beginAnnotation(rectangle, matrixOf(transform), matrixOf(matrix)),
  endAnnotation: (walk) => walk.restore(),
  beginMarkedContent: (walk) => walk.enterLayer('', null),
  beginMarkedContentProps: (walk, [tag, group]) => walk.enterLayer(tag, group),
  endMarkedContent: (walk) => walk.leaveLayer(),
  beginText: (walk) => walk.placeText([1, 0, 0, 1, 0, 0]),
  setFont: ({ state }, [font, size]) => void Object.assign(state, { font, size }),
  setTextRenderingMode: ({ state }, [mode]) => void (state.mode = mode),
  setCharSpacing: ({ state }, [space]) => void (state.characterSpace = space),
  setWordSpacing: ({ state }, [space]) => void (state.wordSpace = space),
  setHScale: ({ state }, [scale]) => void (state.stretch = scale / 100),
  setLeading: ({ state }, [leading]) => void (state.leading = -leading),
  setTextRise: ({ state }, [rise]) => void (state.rise = rise),
  setTextMatrix: (walk, args) => walk.placeText(matrixOf(args.length === 1 ? args[0] : args)),
  moveText: (walk, [x, y]) => walk.moveText(x, y),
  setLeadingMoveText: (walk, [x, y]) => {
    walk.state.leading = y
    walk.moveText(x, y)
  },
  nextLine: (walk) => walk.moveText(0, walk.state.leading),
  showText: (walk, [items]) => walk.show(items),
  shadingFill: (walk) => walk.flood(),
  paintSolidColorImageMask: (walk) => walk.square(),
  paintImageXObject: (walk) => walk.image(false),
  paintInlineImageXObject: (walk) => walk.image(false),
  paintInlineImageXObjectGroup: (walk, [, places]) => {
    for (const { transform } of places) walk.image(false, transform)
  },
  paintImageXObjectRepeat: (walk, [, width, height, places]) => {
    for (let at = 0; at + 1 < places.length; at += 2)
      walk.image(false, [width, 0, 0, height, places[at], places[at + 1]])
  },
  paintImageMaskXObject: (walk) => walk.image(true),
  paintImageMaskXObjectGroup: (walk, [images]) => {
    for (const { transform } of images) walk.image(true, transform)
  },
  paintImageMaskXObjectRepeat: (walk, [, a, b, c, d, places]) => {
    for (let at = 0; at + 1 < places.length; at += 2)
      walk.image(true, [a, b, c, d, places[at], places[at + 1]])
  },
}
