import { once } from './once.js'
import { post } from './post_json.js'
import { saying } from './saying.js'

/** Who sealed a pli gives the key that she kept, when nobody else can open it any more. */
async function give(form) {
  const [file] = form.querySelector('input[type="file"]').files
  if (!file) throw new Error('Choisissez le fichier cle.json que vous avez gardé.')
  await post(form.action, form.elements._csrf.value, { cle: await file.text() })
  location.reload()
}

export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-last-key]'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      saying(form, '[data-last-key-error]', () => give(form))
    })
})
