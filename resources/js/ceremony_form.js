import { hideHolder, showHolder } from './holder_card.js'
import { openP12 } from './signing_key.js'
import { post, Explained } from './post_json.js'
import { explainP12 } from './certificate_troubles.js'

const WAIT = 700

const toBase64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

/** What is open in one form: a key that cannot be read back, and what the server says of it. */
export class Ceremony {
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

const certificatesOf = ({ certificate, chain }) => ({
  certificate: toBase64(certificate),
  chain: chain.map(toBase64),
})
