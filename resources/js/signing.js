import { hideHolder, showHolder } from './holder_card.js'
import { P12Trouble, openP12 } from './signing_key.js'
import { post, Explained } from './post_json.js'
import { once } from './wake.js'

const WAIT = 700

const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

const TROUBLES = {
  password: 'Ce certificat ne s’ouvre pas : vérifiez le fichier et son mot de passe.',
  unreadable: 'Ce certificat ne s’ouvre pas : ce n’est pas un fichier .p12 ou .pfx lisible.',
  too_slow:
    'Ce fichier demande plus de dix millions de calculs avant de s’ouvrir. Exportez de nouveau votre certificat depuis le logiciel qui le garde.',
  unsupported:
    'Ce fichier est protégé d’une façon que cette page ne sait pas ouvrir. Exportez de nouveau votre certificat, avec un chiffrement AES-256.',
  no_key: 'Ce fichier ne contient pas de clé de signature.',
  no_certificate: 'Ce fichier contient une clé, mais pas son certificat.',
  key_type:
    'La clé de ce certificat est d’un type que les navigateurs ne savent pas utiliser. Demandez à votre autorité un certificat RSA, ou sur une courbe P-256, P-384 ou P-521.',
  browser:
    'Le certificat n’a pas pu s’ouvrir dans ce navigateur. Essayez avec un navigateur à jour.',
}

const explainP12 = (error) => {
  if (error instanceof P12Trouble) throw new Explained(TROUBLES[error.trouble])
  throw error
}

/** What is open in one form: a key that cannot be read back, and what the server says of it. */
class Ceremony {
  constructor(form) {
    this.form = form
    this.status = form.querySelector('[data-ceremony-status]')
    this.button = form.querySelector('button:not([type="button"])')
    this.alert = form.querySelector('[data-ceremony-error]')
  }

  tell(words) {
    this.status.textContent = words
  }

  /** Another file or password was given. */
  forget() {
    this.running?.stop()
    this.running = this.identity = this.holder = undefined
    hideHolder(this.form)
    this.tell('')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.tryQuietly(), WAIT)
  }

  /** Opens as soon as it can be opened; a word half typed is nobody's mistake. */
  async tryQuietly() {
    const { store, password } = this.form.elements
    if (!store.files[0] || !password.value || this.button.disabled) return
    await this.open().catch(() => this.tell(''))
  }

  async open() {
    const { store, password, _csrf: token } = this.form.elements
    clearTimeout(this.timer)
    this.running?.stop()
    this.tell('Ouverture du certificat…')
    const running = openP12(store.files[0], password.value, (done) =>
      this.tell(`Ouverture du certificat… ${Math.floor(done * 100)} %`)
    )
    this.running = running
    const identity = await running.opened.catch(explainP12)
    if (this.running !== running) return
    const holder = await post(this.form.dataset.holder, token.value, certificatesOf(identity))
    if (this.running !== running) return
    Object.assign(this, { identity, holder })
    this.card = showHolder(this.form, holder)
    this.tell(holder.refusal ? '' : 'Vérifiez que ce certificat est le vôtre, puis signez.')
  }

  async sign() {
    const { password, _csrf: token } = this.form.elements
    this.tell('Préparation des documents…')
    const sent = certificatesOf(this.identity)
    const session = await post(this.form.dataset.ceremony, token.value, sent)
    this.tell('Signature…')
    const signatures = []
    for (const { item, digestName, signedAttributes } of session.items) {
      const value = await this.identity.sign(digestName, fromBase64(signedAttributes))
      signatures.push({ item, value: toBase64(value) })
    }
    const { page } = await post(session.answer, token.value, { nonce: session.nonce, signatures })
    password.value = ''
    location.assign(page)
  }

  /** One press opens and shows whose certificate it is; the next one signs. */
  async press() {
    if (this.button.disabled || !this.form.reportValidity()) return
    this.button.disabled = true
    this.alert.hidden = true
    try {
      if (this.holder && !this.holder.refusal) return await this.sign()
      await this.open()
      this.card?.focus()
    } catch (error) {
      this.tell('')
      this.explain(error)
    }
    this.button.disabled = false
  }

  async ask(button) {
    const { _csrf: token } = this.form.elements
    button.disabled = true
    try {
      const sent = certificatesOf(this.identity)
      this.tell((await post(this.form.dataset.ask, token.value, sent)).said)
      button.hidden = true
    } catch (error) {
      this.explain(error)
    }
    button.disabled = false
  }

  explain(error) {
    this.alert.querySelector('p').textContent =
      error instanceof Explained
        ? error.message
        : 'La signature n’a pas pu se faire dans ce navigateur. Essayez avec un navigateur à jour.'
    this.alert.hidden = false
    this.alert.focus()
  }
}

/** « Relire » is ticked once every document was opened from here, as the server remembers too. */
function tickReadings(ceremony) {
  const links = [...ceremony.querySelectorAll('.file a[href]')]
  const left = new Set(links.map(({ pathname }) => pathname))
  const steps = ceremony.querySelectorAll('.steps > li')
  ceremony.addEventListener('click', ({ target }) => {
    left.delete(target.closest?.('.file a[href]')?.pathname)
    if (left.size > 0 || steps[0].getAttribute('aria-current') !== 'step') return
    steps[0].removeAttribute('aria-current')
    const mark = steps[0].querySelector('.step')
    mark.dataset.meaning = 'done'
    mark.textContent = '✓'
    mark.setAttribute('role', 'img')
    mark.setAttribute('aria-label', 'Fait')
    steps[1].setAttribute('aria-current', 'step')
  })
}

const certificatesOf = ({ certificate, chain }) => ({
  certificate: toBase64(certificate),
  chain: chain.map(toBase64),
})

/** The signing ceremony: only the certificate goes out, only signatures come back. */
export const start = once(() => {
  for (const form of document.querySelectorAll('form[data-ceremony]')) {
    const ceremony = new Ceremony(form)
    form.hidden = false
    tickReadings(form.closest('.ceremony'))
    form.addEventListener('input', () => ceremony.forget())
    form.addEventListener('change', ({ target }) => target.type === 'file' && ceremony.forget())
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      ceremony.press()
    })
    const ask = form.querySelector('[data-holder-ask]')
    ask.addEventListener('click', () => ceremony.ask(ask))
  }
})
