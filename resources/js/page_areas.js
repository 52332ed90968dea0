const hundredths = (value) => Math.round(Math.max(0, Math.min(1, value)) * 10_000) / 100

/** A rectangle between two points of a page of the viewer, in hundredths of it. */
export function between(place, one, other) {
  const { left, top, width, height } = place.getBoundingClientRect()
  const xs = [one, other].map(({ x }) => hundredths((x - left) / width))
  const ys = [one, other].map(({ y }) => hundredths((y - top) / height))
  return {
    page: Number(place.dataset.page),
    left: Math.min(...xs),
    top: Math.min(...ys),
    width: Math.abs(xs[0] - xs[1]),
    height: Math.abs(ys[0] - ys[1]),
  }
}

const round = (value) => Number(value.toFixed(2))

/** An area as anybody may type it. */
export const lineOf = ({ page, left, top, width, height }) =>
  [page, ...[left, top, width, height].map(round)].join(' ; ')

/** The page of that number, once the viewer has laid it; or null. */
export const pageNumbered = (number) =>
  document.querySelector(`.viewer-page[data-page="${number}"]`)

/** Puts a mark over an area that is given in hundredths of its page. */
export function layOver(mark, { left, top, width, height }) {
  mark.style.left = `${left}%`
  mark.style.top = `${top}%`
  mark.style.width = `${width}%`
  mark.style.height = `${height}%`
}

/**
 * Calls `show` now, and each time something comes or goes that is no mark of that class: the viewer
 * draws its pages as they come before the eyes, and again when they grow.
 */
export function showWhenDrawn(className, show) {
  const isMine = (nodes) => [...nodes].every((node) => node.classList?.contains(className))
  new MutationObserver((changes) => {
    const isOther = changes.some(
      ({ addedNodes, removedNodes }) => !isMine(addedNodes) || !isMine(removedNodes)
    )
    if (isOther) show()
  }).observe(document.body, { subtree: true, childList: true })
  show()
}
