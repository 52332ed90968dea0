import { once } from './once.js'
import { openIn } from './open_in.js'

/** A document beside its facts is opened once it comes into sight, and no sooner. */
const watcher = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue
    watcher.unobserve(target)
    openIn(target.querySelector('.reader-body'), {
      href: target.dataset.reader,
      name: target.getAttribute('aria-label'),
      readAt: target.dataset.readAt,
      focus: false,
    })
  }
})

function begin() {
  for (const reader of document.querySelectorAll('[data-reader]:not([data-begun])')) {
    reader.dataset.begun = ''
    watcher.observe(reader)
  }
}

export const start = once(() => {
  begin()
  // A part of the page that has moved may bring another document
  new MutationObserver(begin).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['data-reader'],
  })
})
