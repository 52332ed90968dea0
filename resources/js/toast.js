const STAYS = 9000

function region() {
  return document.querySelector('[data-toasts]')
}

function leaveAfter(toast) {
  // What went wrong stays until it is read.
  if (toast.dataset.stays !== undefined) return
  setTimeout(() => {
    if (toast.matches(':hover, :focus-within')) leaveAfter(toast)
    else toast.remove()
  }, STAYS)
}

/** Says what went wrong, until it is closed; screen readers hear it too. */
export function say(words) {
  const toast = Object.assign(document.createElement('div'), { className: 'toast' })
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: '×',
  })
  close.dataset.toastClose = ''
  close.setAttribute('aria-label', 'Fermer ce message')
  const text = Object.assign(document.createElement('span'), { textContent: words })
  toast.append(document.createElement('span'), text, close)
  region()?.append(toast)
}

export function toasts() {
  for (const toast of document.querySelectorAll('.toast')) leaveAfter(toast)
  document.addEventListener('click', (event) => {
    event.target.closest?.('[data-toast-close]')?.closest('.toast').remove()
  })
}
