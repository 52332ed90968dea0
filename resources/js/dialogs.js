import { openIn } from './open_in.js'

/** A document read in a dialog is forgotten with it. */
async function fill(dialog, { href, dataset }) {
  const body = dialog.querySelector('[data-preview-body]')
  const name = dialog.querySelector('h2').textContent
  const forget = await openIn(body, { href, name, readAt: dataset.readAt })
  const leave = () => {
    forget()
    body.replaceChildren()
  }
  if (dialog.open) dialog.addEventListener('close', leave, { once: true })
  else leave()
}

function openPreview(link, event) {
  const dialog = document.getElementById(link.dataset.preview)
  if (!dialog || event.ctrlKey || event.metaKey || innerWidth < 700) return
  event.preventDefault()
  dialog.showModal()
  fill(dialog, link)
}

/** Where the browser has no CSS anchors, a menu is put under the button that opened it. */
function placeMenu(menu, button) {
  if (CSS.supports('position-area: bottom') || !button) return
  const spot = button.getBoundingClientRect()
  const left = Math.max(8, Math.min(spot.left, innerWidth - menu.offsetWidth - 8))
  menu.dataset.placed = ''
  // Set through the object model, which the content security policy allows.
  menu.style.setProperty('inset', `${spot.bottom + 4}px auto auto ${left}px`)
}

/** Dialogs, previews of documents, and the place of menus. */
export function dialogs() {
  document.addEventListener('click', (event) => {
    const target = event.target
    const opener = target.closest?.('[data-dialog]')
    if (opener) {
      event.preventDefault()
      document.getElementById(opener.dataset.dialog)?.showModal()
    }
    const preview = target.closest?.('[data-preview]')
    if (preview) openPreview(preview, event)
    // A press beside the sheet closes it.
    if (target instanceof HTMLDialogElement && target.open) target.close()
  })
  document.addEventListener(
    'toggle',
    (event) => {
      const menu = event.target
      if (!menu.matches?.('.menu[popover]') || event.newState !== 'open') return
      placeMenu(menu, document.querySelector(`[popovertarget="${menu.id}"]`))
    },
    true
  )
}
