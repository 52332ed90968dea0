import { intersection, movedBox, multiplied, type Matrix } from '../content/matrix.js'
import type { Box } from '../page.js'
import { firstState, setEntries, type CanvasState } from './canvas_state.js'
import type { FontShape } from './text_run.js'

/** What is asked of the document when one of its pages is followed. */
export interface Surroundings {
  view: Box
  fontOf: (name: string) => FontShape
  isLayerOn: (group: unknown) => boolean
}

/** A clip that lets nothing through. */
export const NOTHING: Box = [0, 0, 0, 0]

/** What is saved and restored, entered and left while a page is drawn. */
export class Canvas {
  state: CanvasState
  private readonly saved: CanvasState[] = []
  private readonly layers: boolean[] = []
  private readonly masks: boolean[] = []

  constructor(protected readonly around: Surroundings) {
    this.state = firstState(around.view)
  }

  save(): void {
    this.saved.push({ ...this.state })
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  transform(matrix: Matrix): void {
    this.state.matrix = multiplied(matrix, this.state.matrix)
  }

  /** ISO 32000-1 §8.10.1: a form is clipped to its own box. */
  clip(box: ArrayLike<number> | null, matrix = this.state.matrix): void {
    if (!box) return
    const shown = movedBox(matrix, Array.from(box) as Box)
    this.state.clip = intersection(shown, this.state.clip) ?? NOTHING
  }

  /** ISO 32000-1 §11.6.6: what is inside is laid at once, as thin as the group is. */
  beginGroup({ matrix, bbox, smask }: { matrix?: Matrix; bbox?: number[]; smask?: unknown }): void {
    this.save()
    const { state } = this
    this.masks.push(Boolean(smask))
    this.clip(bbox ?? null, multiplied(matrix ?? [1, 0, 0, 1, 0, 0], state.matrix))
    state.groupAlpha *= state.fillAlpha
    Object.assign(state, { fillAlpha: 1, strokeAlpha: 1 })
  }

  endGroup(): void {
    this.masks.pop()
    this.restore()
  }

  /** An annotation is drawn from the page, whatever the page was doing (§12.5.5). */
  beginAnnotation(rectangle: number[] | null, transform: Matrix, matrix: Matrix): void {
    this.save()
    this.state = firstState(this.around.view)
    this.clip(rectangle)
    this.transform(transform)
    this.transform(matrix)
  }

  enterLayer(tag: string, group: unknown): void {
    this.layers.push(tag !== 'OC' || this.around.isLayerOn(group))
  }

  leaveLayer(): void {
    this.layers.pop()
  }

  setEntries(entries: [string, unknown][]): void {
    setEntries(this.state, entries)
  }

  /** A layer that is off shows nothing, and neither does what only makes a mask. */
  protected get isShown(): boolean {
    return !this.layers.includes(false)
  }

  protected get isMask(): boolean {
    return this.masks.includes(true)
  }
}
