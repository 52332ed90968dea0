const FIELDS =
  'input:not([type="checkbox"]), select, textarea, [contenteditable], dialog, [popover]'
const STEPS = { j: 1, k: -1 }

// Its link first: on a box, Enter would be the form's
const linkOf = (line) =>
  line.querySelector('th[scope="row"] a') ?? line.querySelector('.list-pick input')

/** The line of the focus, or null: the first press goes to the first line. */
function goFrom(lines, step) {
  const here = lines.indexOf(document.activeElement?.closest('tr'))
  const next = here < 0 ? (step > 0 ? 0 : lines.length - 1) : here + step
  const line = lines[Math.max(0, Math.min(next, lines.length - 1))]
  linkOf(line)?.focus()
  line?.scrollIntoView({ block: 'nearest' })
}

/** The line of the focus; with Shift, all those down or up to the last one that was chosen. */
function choose({ shiftKey }) {
  const box = document.activeElement?.closest('tr[data-line]')?.querySelector('.list-pick input')
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }))
}

/**
 * j and k go from line to line, x chooses the one that is held (Shift, up to it), Enter opens it as any link. Only
 * from within the list (WCAG 2.1.4), and never what is typed in a field, or with Ctrl.
 */
export function walk() {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.target.closest?.(FIELDS)) return
    const list = event.target.closest?.('[data-list]')
    const lines = [...(list?.querySelectorAll('tbody tr[data-line]') ?? [])]
    if (lines.length === 0) return
    if (STEPS[event.key]) goFrom(lines, STEPS[event.key])
    else if (event.key.toLowerCase() === 'x') choose(event)
    else return
    event.preventDefault()
  })
}
