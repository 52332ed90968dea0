const STAYS = 9000

function region() {
  return document.querySelector('[data-toasts]')
}

function leaveAfter(toast) {
  // What went wrong stays until it is read.
  if (toast.dataset.stays !== undefined) return
  setTimeout(() => {
    if (!toast.matches(':hover, :focus-within')) toast.remove()
  }, STAYS)
}

/** Says something that needs no answer; screen readers hear it too. */
export function say(words) {
  const toast = document.createElement('div')
  toast.className = 'toast'
  const text = document.createElement('span')
  text.textContent = words
  toast.append(document.createElement('span'), text)
  region()?.append(toast)
  leaveAfter(toast)
}

export function toasts() {
  for (const toast of document.querySelectorAll('.toast')) leaveAfter(toast)
  document.addEventListener('click', (event) => {
    event.target.closest?.('[data-toast-close]')?.closest('.toast').remove()
  })
}
