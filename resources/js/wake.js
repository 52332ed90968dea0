const parts = {
  '[data-palette]': () => import('./palette.js'),
  '[data-refresh], [data-watch]': () => import('./live.js'),
  '[data-reader]': () => import('./reader.js'),
  '[data-dropzone]': () => import('./dropzone.js'),
  'form[data-upload]': () => import('./upload.js'),
  'form': () => import('./drafts.js'),
  'form[data-autosave]': () => import('./autosave.js'),
  '[data-passkey]': () => import('./passkeys.js'),
  'input[type="password"]': () => import('./shown_secrets.js'),
  '[data-filters]': () => import('./filters.js'),
  '[data-list]': () => import('./list.js'),
  '[data-ceremony]': () => import('./signing.js'),
  'form[data-holder-key]': () => import('./holder_key.js'),
  'form[data-open-shares]': () => import('./open_shares.js'),
  'form[data-drop-door]': () => import('./drop_box.js'),
  '[data-exchange]': () => import('./open_exchange.js'),
  'form[data-deposit]': () => import('./deposit.js'),
  '[data-machine-trial]': () => import('./machine_trial.js'),
  'form[data-last-key]': () => import('./last_key.js'),
  '[data-note], [data-note-place]': () => import('./page_notes.js'),
  '[data-drawn-areas]': () => import('./drawn_areas.js'),
  'details.fold': () => import('./folds.js'),
  'a[data-carries]': () => import('./carries.js'),
}

/** Fetches and starts what this page needs; again after a body was replaced. */
export function wake() {
  for (const [selector, load] of Object.entries(parts)) {
    if (document.querySelector(selector)) load().then((part) => part.start())
  }
  for (const choice of document.querySelectorAll('[data-theme-choice]')) choice.hidden = false
  document.querySelector('[data-errors]')?.focus()
}
